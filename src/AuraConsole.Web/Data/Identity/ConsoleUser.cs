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
}
