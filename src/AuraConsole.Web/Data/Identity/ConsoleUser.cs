using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Data.Identity;

/// <summary>Somebody who signs in to the console.</summary>
public sealed class ConsoleUser : IdentityUser
{
    public const int DisplayNameLength = 100;

    /// <summary>The name others see on rows and in the timeline.</summary>
    [MaxLength(DisplayNameLength)]
    public string DisplayName { get; set; } = "";

    /// <summary>Sees only the groups of <see cref="Entities.ScopedGroup"/>; never set for an admin.</summary>
    public bool IsLimited { get; set; }

    /// <summary>When limited: sees also what belongs to no group.</summary>
    public bool SeesUngrouped { get; set; }

    /// <summary>Set while an admin keeps this person out.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}
