namespace AuraConsole.Web.Data.Entities;

/// <summary>Where an entry comes from.</summary>
public enum EntrySource
{
    /// <summary>A webhook delivery.</summary>
    Delivery,

    /// <summary>A reading of AURA's API.</summary>
    Poll,

    /// <summary>A person at this console.</summary>
    Operator,

    /// <summary>The console itself.</summary>
    Console,
}
