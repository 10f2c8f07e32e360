using AuraConsole.Web.Data;

namespace AuraConsole.Web.Outbound;

/// <summary>What a command must be like before it is recorded.</summary>
internal static class RequestChecks
{
    public static void Id(Guid id)
    {
        if (id == Guid.Empty)
            throw new ArgumentException("A command needs an id of its own.", nameof(id));
    }

    public static string? Optional(string? text, int longest, string name) =>
        string.IsNullOrWhiteSpace(text) ? null : Required(text, longest, name);

    public static string Required(string text, int longest, string name)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length > 0 && trimmed.Length <= longest
            ? trimmed
            : throw new ArgumentException($"1 to {longest} characters are needed.", name);
    }

    /// <summary>Both texts as one; what does not fit is cut off the earlier one.</summary>
    public static string Extend(string? earlier, string added, int longest)
    {
        const string between = " | ";
        return earlier is null ? added : Text.Cut(earlier, longest - added.Length - between.Length) + between + added;
    }
}
