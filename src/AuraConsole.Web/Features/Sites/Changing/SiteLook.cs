using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Web.Features.Sites.Changing;

/// <summary>What AURA has, after a call whose answer was lost. Only AURA's list can prove that it has no such site.</summary>
public sealed class SiteLook(ISitesApi aura)
{
    /// <summary>What AURA has under a reference. <c>IsKnown</c> is false when AURA could not be looked at.</summary>
    public Task<(bool IsKnown, AuraSite? Site)> ByReferenceAsync(string reference) =>
        InListAsync(site => string.Equals(site.Reference, reference, StringComparison.Ordinal));

    /// <summary>What AURA has under its id. <c>IsKnown</c> is false when AURA could not be looked at.</summary>
    public async Task<(bool IsKnown, AuraSite? Site)> ByIdAsync(long auraId)
    {
        try
        {
            var site = await aura.GetAsync(auraId);
            return (true, site.Deleted ? null : site);
        }
        catch (AuraApiException)
        {
            // AURA does not document this address, so that a 404 from it proves nothing yet
            return await InListAsync(site => site.Id == auraId);
        }
    }

    private async Task<(bool IsKnown, AuraSite? Site)> InListAsync(Predicate<AuraSite> isMeant)
    {
        try
        {
            var listed = await aura.ListAsync();
            return (true, listed.Where(site => !site.Deleted && isMeant(site)).MaxBy(static site => site.Id));
        }
        catch (AuraApiException)
        {
            return (false, null);
        }
    }
}
