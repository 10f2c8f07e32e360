using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Customers.Pages;

/// <summary>What the forms refuse, one sentence per field. Of a mobile only the form is checked: AURA decides.</summary>
public static class CustomerInputRules
{
    /// <summary>In the order of the form.</summary>
    public static IEnumerable<(string Field, string Sentence)> Check(CustomerInput input)
    {
        (string Field, string? Sentence)[] sentences =
        [
            (nameof(input.Name), string.IsNullOrWhiteSpace(input.Name) ? CustomersText.NeedName : Long(input.Name, Customer.NameLength)),
            (nameof(input.Surname), string.IsNullOrWhiteSpace(input.Surname) ? CustomersText.NeedSurname : Long(input.Surname, Customer.NameLength)),
            (nameof(input.Mobile), string.IsNullOrWhiteSpace(input.Mobile) ? CustomersText.NeedMobile : IsE164(Plain(input.Mobile)) ? null : CustomersText.BadMobile),
            (nameof(input.Reference), Long(input.Reference, Customer.ReferenceLength)),
            (nameof(input.Email), IsEmail(input.Email.Trim()) ? Long(input.Email, Customer.EmailLength) : CustomersText.BadEmail),
            (nameof(input.VehicleMake), Long(input.VehicleMake, Customer.VehicleLength)),
            (nameof(input.VehicleModel), Long(input.VehicleModel, Customer.VehicleLength)),
            (nameof(input.VehicleColour), Long(input.VehicleColour, Customer.VehicleLength)),
            (nameof(input.VehiclePlate), Long(input.VehiclePlate, Customer.VehicleLength)),
        ];
        return sentences.Where(static told => told.Sentence is not null).Select(static told => (told.Field, told.Sentence!));
    }

    public static IEnumerable<(string Field, string Sentence)> Check(TermsInput terms, IReadOnlyList<SubscriptionType> types, DateOnly today)
    {
        if (terms.Type.Length == 0)
            yield return (nameof(terms.Type), CustomersText.NeedType);
        else if (!types.Any(type => type.Id.ToString(CultureInfo.InvariantCulture) == terms.Type))
            yield return (nameof(terms.Type), CustomersText.BadType);
        if (terms.From is null)
            yield return (nameof(terms.From), CustomersText.NeedDate);
        if (terms.To is not { } to)
            yield return (nameof(terms.To), CustomersText.NeedDate);
        else if (to < terms.From)
            yield return (nameof(terms.To), CustomersText.BadDates);
        else if (to < today)
            yield return (nameof(terms.To), CustomersText.PastDates);
    }

    /// <summary>A number without what people put between its digits.</summary>
    public static string Plain(string mobile) => string.Concat(mobile.Where(static letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '(' or ')' or '.')));

    /// <summary>E.164: <c>+</c> and 8 to 15 digits, the first not 0.</summary>
    public static bool IsE164(string mobile) =>
        mobile.Length is >= 9 and <= 16 && mobile[0] == '+' && mobile[1] != '0' && mobile.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsEmail(string email) => email.Length == 0 || (email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == email.LastIndexOf('@') && at < email.Length - 1);

    private static string? Long(string text, int most) => text.Trim().Length > most ? Say.With(CustomersText.LongText, most, text.Trim().Length) : null;
}
