namespace AuraConsole.Web.Features.Users;

public static class UsersSetup
{
    /// <summary>Adds what the page of users needs.</summary>
    public static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddSingleton<UserDesk>();
        services.AddSingleton<UserQueries>();
        return services;
    }
}
