using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Data.Identity;

public sealed class ConsoleUser : IdentityUser
{
    public string DisplayName { get; set; } = "";
}
