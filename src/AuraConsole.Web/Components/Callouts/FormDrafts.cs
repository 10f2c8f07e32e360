using System.Text.Json;
using System.Text.Json.Serialization;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>An unsent stand-down. The safe code is never part of it.</summary>
public sealed record StandDownDraft(long? ReasonId, string Reason)
{
    public string Write() => ReasonId is null && Reason.Length == 0 ? "" : JsonSerializer.Serialize(this, FormDrafts.Default.StandDownDraft);

    public static StandDownDraft? Read(string? body) => FormDrafts.Read(body, FormDrafts.Default.StandDownDraft);
}

/// <summary>An unsent raise.</summary>
public sealed record RaiseDraft(
    int? SiteId, string? SiteName, int? ResponseTypeId, int? ClassificationId, bool Test, string IncidentNumber, bool Insist, string InsistReason)
{
    public const string Key = "raise";

    public bool IsEmpty => SiteId is null && ResponseTypeId is null && ClassificationId is null && !Test && IncidentNumber.Length == 0 && InsistReason.Length == 0;

    public string Write() => IsEmpty ? "" : JsonSerializer.Serialize(this, FormDrafts.Default.RaiseDraft);

    public static RaiseDraft? Read(string? body) => FormDrafts.Read(body, FormDrafts.Default.RaiseDraft);
}

[JsonSerializable(typeof(StandDownDraft))]
[JsonSerializable(typeof(RaiseDraft))]
internal sealed partial class FormDrafts : JsonSerializerContext
{
    /// <summary>Null for what an earlier version of the form left.</summary>
    public static T? Read<T>(string? body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
