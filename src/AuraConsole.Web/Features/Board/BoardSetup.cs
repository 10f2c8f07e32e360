using AuraConsole.Web.Features.Board.Bulk;

namespace AuraConsole.Web.Features.Board;

public static class BoardSetup
{
    /// <summary>Adds what the board's page does by itself; the board in memory is added elsewhere.</summary>
    public static IServiceCollection AddBoardPage(this IServiceCollection services) => services.AddSingleton<BulkActions>();
}
