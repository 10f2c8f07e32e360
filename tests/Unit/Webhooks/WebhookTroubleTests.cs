using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AuraConsole.Unit.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuraConsole.Unit.Webhooks;

/// <summary>What a sender is told when things go wrong, over real sockets.</summary>
public sealed class WebhookTroubleTests : IAsyncLifetime
{
    private const string Secret = "development-only-webhook-secret";

    private readonly ListeningConsole _console = new();
    private readonly ConcurrentBag<long> _accepted = [];

    public Task InitializeAsync()
    {
        // waits for a foreign lock are this long, in seconds
        _console.Settings["ConnectionStrings:Console"] += ";Default Timeout=1";
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [Theory]
    [InlineData(
        "CREATE TRIGGER Full BEFORE INSERT ON Deliveries BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END", "DROP TRIGGER Full")]
    [InlineData("ALTER TABLE Deliveries RENAME TO Gone", "ALTER TABLE Gone RENAME TO Deliveries")]
    public async Task Delivery_ThatTheDatabaseRefuses_Is503UntilItTakesThemAgain(string harm, string mend)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(201));

        Sql(harm);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(202));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(203));
        Sql(mend);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(202));

        Assert.Equal([201, 202], Stored());
        Assert.Contains(_console.Warnings, line => line.Contains("answered 503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Delivery_WhileAnotherProcessHoldsTheLock_Is503()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(211));
        using (var other = Open())
        {
            Run(other, "BEGIN IMMEDIATE");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(212));
        }

        Assert.Equal(HttpStatusCode.OK, await PostAsync(213));
        Assert.Equal([211, 213], Stored());
    }

    [Fact]
    public async Task Delivery_BrokenOffHalfWay_IsNoFaultOfOurs()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(221));
        for (var i = 0; i < 5; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(_console.Url.Host, _console.Url.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /webhooks/aura HTTP/1.1\r\nHost: {_console.Url.Authority}\r\nAuthorization: {Secret}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"message\":"));
            // half of them reset the connection, half of them end it
            if (i % 2 == 0)
                socket.Client.LingerState = new LingerOption(true, 0);
        }

        Assert.Equal(HttpStatusCode.OK, await PostAsync(222));

        Assert.Equal([221, 222], Stored());
        Assert.DoesNotContain(_console.Warnings, line => line.Contains("exception", StringComparison.OrdinalIgnoreCase) && line.Contains("HTTP", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deliveries_OfManySendersAtOnce_AreEachStoredOnce()
    {
        const int Senders = 24;
        const int Each = 25;

        // every delivery comes twice, from two senders
        await Task.WhenAll(Enumerable.Range(0, Senders * 2).Select(sender => SendManyAsync((sender % Senders * Each) + 1, Each)));

        Assert.Equal(Senders * Each * 2, _accepted.Count);
        Assert.Equal(Enumerable.Range(1, Senders * Each).Select(id => (long)id), Stored().Order());
        Assert.Equal(Senders * Each, Scalar("SELECT SUM(Repeats) FROM Deliveries"));
    }

    [Fact]
    public async Task Stop_UnderLoad_LosesNothingThatWasAcceptedAndLogsNoFailure()
    {
        var lifetime = _console.Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource();
        lifetime.ApplicationStopped.Register(stopped.SetResult);
        var refused = new ConcurrentBag<HttpStatusCode>();
        var senders = Enumerable.Range(0, 16).Select(async sender =>
        {
            using var client = Client();
            for (var i = 1; ; i++)
            {
                var id = (sender * 1_000_000) + i;
                try
                {
                    var answer = await PostAsync(client, id);
                    if (answer == HttpStatusCode.OK)
                        _accepted.Add(id);
                    else
                        refused.Add(answer);
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        }).ToList();
        await Until.TrueAsync(() => _accepted.Count > 200);

        lifetime.StopApplication();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.WhenAll(senders).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(_accepted.Except(Stored()));
        Assert.All(refused, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        // AURA is away in these tests, and the keys are a temporary folder's: both may be said
        string[] expected = ["AURA", "could not be read", "XML encryptor"];
        Assert.DoesNotContain(_console.Warnings, line => !expected.Any(part => line.Contains(part, StringComparison.Ordinal)));
    }

    private async Task SendManyAsync(int first, int count)
    {
        using var client = Client();
        for (var id = first; id < first + count; id++)
        {
            if (await PostAsync(client, id) == HttpStatusCode.OK)
                _accepted.Add(id);
        }
    }

    private async Task<HttpStatusCode> PostAsync(long id)
    {
        using var client = Client();
        return await PostAsync(client, id);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, long id)
    {
        using var content = new StringContent(Bodies.Minimal(Bodies.Created, id), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/webhooks/aura", content);
        return answer.StatusCode;
    }

    private HttpClient Client()
    {
        var client = _console.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Secret);
        return client;
    }

    private List<long> Stored()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT EntityId FROM Deliveries ORDER BY Id";
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    private void Sql(string sql)
    {
        using var connection = Open();
        Run(connection, sql);
    }

    private long Scalar(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_console.Settings["ConnectionStrings:Console"] + ";Pooling=False;");
        connection.Open();
        return connection;
    }
}
