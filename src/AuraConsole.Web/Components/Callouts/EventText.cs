using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>What an event of AURA's says that moved no stage; a name that is not known is shown as it came.</summary>
public static class EventText
{
    public static string Of(string name) => AuraEventNames.KindOf(name) switch
    {
        AuraEventKind.NewCallout => CalloutText.EventNewCallout,
        AuraEventKind.CalloutOwned => CalloutText.EventOwned,
        AuraEventKind.ResponderAcknowledged => CalloutText.EventAcknowledged,
        AuraEventKind.ResponderManuallyDispatched => CalloutText.EventDispatched,
        AuraEventKind.ResponderArrived => CalloutText.EventArrived,
        AuraEventKind.ResponderCompleted => CalloutText.EventCompleted,
        AuraEventKind.EventsChanged => CalloutText.EventExchange,
        AuraEventKind.SoftCancelledByCustomer => CalloutText.EventSoftCancel,
        AuraEventKind.NoLongerRequiresResponse => CalloutText.EventNoResponse,
        AuraEventKind.CalloutClosed => CalloutText.EventClosed,
        _ => Say.With(CalloutText.EntryEvent, name),
    };
}
