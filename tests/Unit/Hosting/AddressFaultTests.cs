using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AuraConsole.Unit.Hosting;

public sealed class AddressFaultTests
{
    [Fact]
    public async Task Process_OnATakenPort_SaysSoInOneSentenceAndExitsWithOne()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var folder = Directory.CreateTempSubdirectory("auraconsole-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AuraConsole.Web.dll"), "--urls", address])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DataProtection__KeyFolder"] = Path.Combine(folder.FullName, "keys"),
                ["ConnectionStrings__Console"] = $"Data Source={Path.Combine(folder.FullName, "console.db")}",
                ["Webhook__Secret"] = "0123456789-0123456789-0123456789",
                ["Aura__BaseUrl"] = "https://aura.example",
                ["Aura__ClientId"] = "client",
                ["Aura__ClientSecret"] = "secret",
                ["Aura__Simulator__Enabled"] = "false",
            },
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        folder.Delete(recursive: true);

        Assert.Equal(1, process.ExitCode);
        Assert.Equal($"AuraConsole did not start. Failed to bind to address {address}: address already in use.", error.Trim());
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
    }
}
