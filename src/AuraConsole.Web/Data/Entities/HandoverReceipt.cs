namespace AuraConsole.Web.Data.Entities;

/// <summary>The signature of somebody who came in.</summary>
public sealed class HandoverReceipt
{
    public const int RemarksLength = 1000;

    public int Id { get; set; }

    public int HandoverId { get; set; }

    public required string UserId { get; set; }

    public required string UserName { get; set; }

    public DateTimeOffset SignedAt { get; set; }

    public string? Remarks { get; set; }
}
