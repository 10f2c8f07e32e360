using System.Globalization;

namespace AuraConsole.Web.Features.Patrols;

/// <summary>What of patrols stands in the audit.</summary>
internal static class PatrolKinds
{
    public const string Asked = "patrol.asked";
    public const string Scheduled = "patrol.scheduled";
    public const string NotScheduled = "patrol.not-scheduled";
    public const string AnswerLost = "patrol.answer-lost";
    public const string CancelAsked = "patrol.cancel-asked";
    public const string Cancelled = "patrol.cancelled";
    public const string NotCancelled = "patrol.not-cancelled";
    public const string Settled = "patrol.settled";
    public const string Marked = "patrol.visit-marked";
    public const string Acknowledged = "patrol.visit-acknowledged";
    public const string Unlinked = "patrol.visit-unlinked";
    public const string Imported = "patrol.imported";
    public const string CustomersRead = "customer.patrol-opened";
    public const string SiteZone = "site.zone-set";

    public static string Subject(int id) => string.Create(CultureInfo.InvariantCulture, $"patrol:{id}");
}
