using System.Globalization;
using System.Text.Json;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Apply;

/// <summary>How what a person does to a callout, and what is asked of AURA, stand in the audit.</summary>
public static class CalloutAudit
{
    /// <summary>Something was put down to be asked of AURA.</summary>
    public const string CommandAsked = "command.asked";

    /// <summary>A command has its outcome.</summary>
    public const string CommandSettled = "command.settled";

    public static string Subject(long auraId) => string.Create(CultureInfo.InvariantCulture, $"callout:{auraId}");

    public static string Subject(Guid commandId) => $"command:{commandId}";

    public static AuditNote Of(Callout callout, Entry entry) =>
        new($"callout.{JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Kind.ToString())}", Subject(callout.AuraId));

    /// <summary>What the command is about; why it was asked stays with the command, for the reason may name people.</summary>
    public static string Told(Command command)
    {
        var facts = new List<string> { command.Kind.ToString(), command.State.ToString() };
        if (command.SiteId is { } site)
            facts.Add($"site:{site}");
        if (command.CustomerAuraId is { } customer)
            facts.Add($"customer at AURA: {customer}");
        if (command.CalloutAuraId is { } callout)
            facts.Add(Subject(callout));
        if (command.Insisted)
            facts.Add("insisted on a second callout");
        return string.Join('\n', facts);
    }
}
