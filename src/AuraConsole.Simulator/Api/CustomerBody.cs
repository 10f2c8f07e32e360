using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AuraConsole.Simulator.Customers;

namespace AuraConsole.Simulator.Api;

/// <summary>Reads a customer: nested in the newer documents, flat and under other names in the older; both are taken always.</summary>
internal static partial class CustomerBody
{
    private const int ProfileLimit = 40;

    private static readonly string[] Newer = ["name", "surname", "mobile"];
    private static readonly string[] Older = ["firstName", "lastName", "mobileNumber"];

    // what the server manages comes back in an update and is not part of the profile
    private static readonly FrozenSet<string> NotProfile = FrozenSet.ToFrozenSet(
        [.. Newer, .. Older, "id", "customerId", "customerSourceId", "externalReferenceId", "createdAt", "updatedAt"],
        StringComparer.Ordinal);

    public static CustomerDetails Read(Members root)
    {
        var flat = !root.Has("customer") && Older.Any(root.Has);
        var members = flat ? root : root.Object("customer", required: true);
        if (members is null) return new CustomerDetails("", "", "", null, new Dictionary<string, string>());

        var names = flat ? Older : Newer;
        var mobile = members.Text(names[2], required: true);
        if (!string.IsNullOrWhiteSpace(mobile) && !Mobile().IsMatch(mobile))
        {
            members.Refuse($"{names[2]} must be an international number, as +27821234567");
        }

        return new CustomerDetails(
            members.Text(names[0], required: true) ?? "", members.Text(names[1], required: true) ?? "", mobile ?? "",
            members.Text("externalReferenceId"), members.Rest(NotProfile, ProfileLimit));
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}
