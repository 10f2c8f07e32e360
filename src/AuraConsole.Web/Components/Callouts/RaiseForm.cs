using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>What is typed and chosen for a raise. Nothing here is sent unless it was chosen.</summary>
public sealed class RaiseForm
{
    public Site? Site { get; set; }

    public int? ResponseTypeId { get; set; }

    public int? ClassificationId { get; set; }

    public bool Test { get; set; }

    public string IncidentNumber { get; set; } = "";

    public bool Insist { get; set; }

    public string InsistReason { get; set; } = "";

    public string? SiteError { get; private set; }

    public string? ReasonError { get; private set; }

    public void Choose(Site? site) => (Site, SiteError, Insist, ReasonError) = (site, null, false, null);

    public void Refuse(string error) => (Site, SiteError) = (null, error);

    /// <summary>What can be kept until it is sent.</summary>
    public RaiseDraft Draft() => new(Site?.Id, Site?.DisplayName, ResponseTypeId, ClassificationId, Test, IncidentNumber, Insist, InsistReason);

    /// <summary>Takes all of a draft but its site, which has to be looked up.</summary>
    public void Take(RaiseDraft draft)
    {
        (ResponseTypeId, ClassificationId, Test) = (draft.ResponseTypeId, draft.ClassificationId, draft.Test);
        (IncidentNumber, Insist, InsistReason) = (draft.IncidentNumber, draft.Insist, draft.InsistReason);
    }

    public bool Check()
    {
        SiteError = Site is null ? CalloutText.RaiseSiteMissing : null;
        ReasonError = Insist && string.IsNullOrWhiteSpace(InsistReason) ? CalloutText.RaiseSecondMissing : null;
        return SiteError is null && ReasonError is null;
    }

    public RaiseRequest Request(Guid commandId) => new()
    {
        CommandId = commandId,
        SiteId = Site!.Id,
        ResponseTypeId = ResponseTypeId,
        ClassificationId = ClassificationId,
        InternalTest = Test ? true : null,
        IncidentNumber = string.IsNullOrWhiteSpace(IncidentNumber) ? null : IncidentNumber.Trim(),
        InsistReason = Insist ? InsistReason.Trim() : null,
    };
}
