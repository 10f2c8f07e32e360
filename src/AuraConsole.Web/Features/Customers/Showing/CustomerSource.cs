using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Components.Palette;
using AuraConsole.Web.Data;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Authorization;

namespace AuraConsole.Web.Features.Customers.Showing;

/// <summary>Customers in service, masked as in the list.</summary>
public sealed class CustomerSource(CustomerSearch search, Scopes scopes, IAuthorizationService authorization) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteItem>> FindAsync(PaletteQuery query, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query.Text) || !(await authorization.AuthorizeAsync(query.User, Policies.Dispatch)).Succeeded)
            return [];
        var customers = await search.FindAsync(query.Text, PaletteSearch.MostOfAGroup, scopes.Of(query.User), cancellationToken);
        return [.. customers.Select(static customer =>
        {
            var id = customer.Id.ToString(CultureInfo.InvariantCulture);
            return new PaletteItem(
                PaletteGroup.Customers, id, CustomerMask.Name(customer) ?? Say.With(Resources.CalloutText.Customer, customer.AuraId),
                Say.Joined(CustomerMask.Mobile(customer.Mobile), customer.Reference), $"/customers/{id}");
        })];
    }
}
