using Xunit.Abstractions;

namespace AuraConsole.E2E.Support;

/// <summary>Starts what a test needs, ends it, and keeps what there was to see when the test fails.</summary>
[Collection(ConsoleCollection.Name)]
public abstract class ConsoleTest(BrowserFixture browsers, ITestOutputHelper output)
{
    private readonly List<ConsoleHost> _hosts = [];
    private readonly List<Operator> _operators = [];

    protected async Task RunAsync(Func<Task> test, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        try
        {
            await test();
        }
        catch
        {
            await KeepAsync(name);
            throw;
        }
        finally
        {
            foreach (var person in _operators) await person.DisposeAsync();
            foreach (var host in _hosts) await host.DisposeAsync();
        }
    }

    private protected async Task<ConsoleHost> StartAsync(ConsoleSettings? settings = null)
    {
        var host = await ConsoleHost.StartAsync(settings ?? new ConsoleSettings());
        _hosts.Add(host);
        return host;
    }

    /// <summary>A new browser at the console, not signed in and nowhere yet.</summary>
    private protected async Task<Operator> NewBrowserAsync(ConsoleHost console)
    {
        var person = await Operator.OpenAsync(await browsers.NewContextAsync(console.Address));
        _operators.Add(person);
        return person;
    }

    /// <summary>A new browser, signed in and at the live board.</summary>
    private protected async Task<Operator> SignInAsync(ConsoleHost console, string email)
    {
        var person = await NewBrowserAsync(console);
        await person.Page.GotoAsync("/");
        await person.SignIn.SignInAsync(email);
        await person.Board.ExpectLiveAsync();
        return person;
    }

    private async Task KeepAsync(string test)
    {
        for (var i = 0; i < _operators.Count; i++)
        {
            var file = Path.Combine(Repository.TestResults, $"{GetType().Name}.{test}.{i + 1}.png");
            output.WriteLine($"Browser {i + 1} at {_operators[i].Page.Url}, see {file}");
            foreach (var line in _operators[i].Lines) output.WriteLine($"  {line}");
            await _operators[i].KeepAsync(file);
        }

        foreach (var host in _hosts)
        {
            output.WriteLine($"Console at {host.Address}");
            foreach (var line in host.Log.Lines) output.WriteLine($"  {line}");
            foreach (var request in host.Aura.State.Requests) output.WriteLine($"  asked AURA: {request}");
            foreach (var delivery in host.Aura.State.Deliveries) output.WriteLine($"  AURA delivered: {delivery}");
        }
    }
}
