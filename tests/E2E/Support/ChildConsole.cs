using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AuraConsole.Simulator;

namespace AuraConsole.E2E.Support;

/// <summary>The console in a process of its own: it can be killed, and started again on the same port and data.</summary>
internal sealed class ChildConsole(ConsoleSettings settings, SimulatorHost aura) : ConsoleHost(settings, aura)
{
    private Process? _process;

    public override Uri Address { get; } = new(FreeAddress());

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>; returns when it is ready.</summary>
    public Task RestartAsync() => StartAsync();

    protected override void Launch()
    {
        _process?.Dispose();
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.WebProject,
        };
        start.ArgumentList.Add(Repository.WebProgram);
        start.ArgumentList.Add($"--contentRoot={Repository.WebProject}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.AbsoluteUri;
        foreach (var (key, value) in Configuration) start.Environment[key.Replace(":", "__")] = value;
        start.Environment["Webhook__PublicUrl"] = WebhookUrl.AbsoluteUri;

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Log.Add(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => Log.Add(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    protected override void ThrowIfEnded()
    {
        if (_process!.HasExited) throw new InvalidOperationException($"The console ended with exit code {_process.ExitCode}.");
    }

    protected override async Task StopAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    /// <summary>An address on this machine where nobody listens at the moment.</summary>
    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
    }
}
