namespace AuraConsole.Web.Data.Entities;

/// <summary>What one person left to the next: a list frozen when the outgoing person signed, confirmed item by item by whoever came in.</summary>
public sealed class Handover
{
    public const int NameLength = 100;
    public const int NotesLength = 4000;

    /// <summary>Most items of one handover; what is beyond is counted in <see cref="NotListed"/>.</summary>
    public const int MostItems = 500;

    public int Id { get; set; }

    /// <summary>Made by the form, so that a form signed twice is one handover.</summary>
    public Guid FormId { get; set; }

    public required string OutgoingId { get; set; }

    public required string OutgoingName { get; set; }

    public DateTimeOffset SignedAt { get; set; }

    /// <summary>Free text; whoever may open the handover reads it.</summary>
    public string? Notes { get; set; }

    /// <summary>The outgoing person saw only certain groups: the list is of those.</summary>
    public bool IsPartial { get; set; }

    public int NotListed { get; set; }

    /// <summary>When every item had the signature of somebody who came in; null while some wait.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>Taken back by the outgoing person before anybody had signed for it.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public List<HandoverItem> Items { get; } = [];

    public List<HandoverReceipt> Receipts { get; } = [];

    public bool IsOpen => ReceivedAt is null && WithdrawnAt is null;
}
