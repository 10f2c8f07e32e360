using System.Text.RegularExpressions;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>Finds in texts what tells who an erased customer was, and blanks it.</summary>
internal sealed class ErasedNames
{
    private const string Blanked = "[erased]";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Regex? _any;
    private readonly string[] _sure;

    public ErasedNames(Customer customer)
    {
        string?[] all =
        [
            customer.FullName, customer.Email, customer.Mobile, customer.Mobile?.TrimStart('+'), customer.Reference, customer.VehicleLicensePlate,
            customer.Surname, customer.Name,
        ];
        var words = all.OfType<string>().Select(static word => word.Trim()).Where(static word => word.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        _any = words.Length == 0 ? null : new Regex(
            $@"(?<!\w)(?:{string.Join('|', words.Select(Regex.Escape))})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
        string?[] sure = [customer.Name is null || customer.Surname is null ? null : customer.FullName, customer.Email, customer.Mobile];
        _sure = [.. sure.OfType<string>().Where(static word => word.Trim().Length > 3)];
    }

    /// <summary>Where the text is this customer's own: a name alone tells enough.</summary>
    public string? In(string? text) => text is null || _any is null ? text : _any.Replace(text, Blanked);

    public bool Holds(string? text) => text is not null && _any?.IsMatch(text) == true;

    /// <summary>Where the text may be anybody's: only what is nobody else's counts.</summary>
    public bool SurelyIn(string text) => Array.Exists(_sure, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
