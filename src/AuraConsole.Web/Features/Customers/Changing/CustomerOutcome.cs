using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>What somebody asked for.</summary>
public enum CustomerAction
{
    Register,
    Edit,
    Delete,
    LookUp,
    Activate,
    Renew,
    Cancel,
    Erase,
}

/// <summary>What came of it.</summary>
public enum CustomerOutcome
{
    /// <summary>AURA did it, and the console has it as AURA answered.</summary>
    Done,

    /// <summary>No answer, but AURA has it as asked.</summary>
    FoundDone,

    /// <summary>No answer, and AURA has it as before.</summary>
    FoundNotDone,

    /// <summary>No answer, and looking proved nothing: perhaps done, perhaps not. It is not sent again.</summary>
    Unknown,

    /// <summary>AURA refused; nothing has changed.</summary>
    Refused,

    /// <summary>Somebody else has the mobile already: here, or at AURA.</summary>
    Duplicate,

    /// <summary>Somebody changed the customer since it was opened; nothing was sent.</summary>
    ChangedMeanwhile,

    /// <summary>The customer is not in service any more, or unknown.</summary>
    Gone,

    /// <summary>What is over cannot be revived: a new subscription is needed. Nothing was sent.</summary>
    Over,

    /// <summary>A patrol of the customer is still to come: it has to be cancelled first. Nothing was sent.</summary>
    HasPatrols,
}

/// <summary>The outcome, and the customer as it stands now, where there is one.</summary>
public sealed record CustomerResult(CustomerAction Action, CustomerOutcome Outcome, Customer? Customer = null, AuraApiException? Failure = null)
{
    public bool IsDone => Outcome is CustomerOutcome.Done or CustomerOutcome.FoundDone;
}
