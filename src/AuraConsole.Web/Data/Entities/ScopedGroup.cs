namespace AuraConsole.Web.Data.Entities;

/// <summary>A group that a limited user may see.</summary>
public sealed class ScopedGroup
{
    public required string UserId { get; init; }

    public int GroupId { get; init; }
}
