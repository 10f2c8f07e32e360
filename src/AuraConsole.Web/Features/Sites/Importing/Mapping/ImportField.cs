namespace AuraConsole.Web.Features.Sites.Importing.Mapping;

/// <summary>A member of a site that a column can hold. The link to a customer is none of them: it stays as AURA has it.</summary>
public enum ImportField
{
    Reference,
    Name,
    Address,
    Latitude,
    Longitude,
    Type,
    Information,
    W3w,
}
