using System.Globalization;
using AuraConsole.Web.Data.Audit;

namespace AuraConsole.Web.Features.Handovers;

/// <summary>What of handovers stands in the audit.</summary>
internal static class HandoverKinds
{
    public const string Signed = "handover.signed";
    public const string Withdrawn = "handover.withdrawn";
    public const string Confirmed = "handover.item-confirmed";
    public const string TakenBack = "handover.item-taken-back";
    public const string Received = "handover.received";

    public static AuditNote Note(string kind, int id, params string[] lines) =>
        new(kind, string.Create(CultureInfo.InvariantCulture, $"handover:{id}"), lines.Length == 0 ? null : string.Join('\n', lines));
}
