using System.Text;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Features.Customers.Reading;
using AuraConsole.Web.Features.Customers.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Customers;
using AuraConsole.Web.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Customers;

public sealed class CustomerCommandsTests
{
    private static readonly CustomerListQuery All = new();

    [Theory]
    [InlineData(Dialect.Wrapped)]
    [InlineData(Dialect.Bare)]
    public async Task Register_WithASubscription_IsKeptAndCoveredAndAuditedWithoutNames(Dialect dialect)
    {
        await using var house = await CustomersHouse.StartAsync(dialect);

        var customer = await house.RegisteredAsync();

        Assert.Equal(("Quintessa Vandermerwe", "+27830000099"), (customer.FullName, customer.Mobile));
        var list = await house.Get<CustomerQueries>().ListAsync(All, Scope.Everything, 0, 50, CancellationToken.None);
        var line = Assert.Single(list.Lines);
        Assert.Equal(("Quintessa V.", "••• 099", SubscriptionState.Active), (line.Name, line.Mobile, line.State));
        var record = Assert.Single(await house.Spine.ReadAsync(db => db.AuditRecords.ToListAsync()));
        Assert.Equal(("customer.registered", $"customer:{customer.Id}"), (record.Kind, record.Subject));
        Assert.DoesNotContain("Quintessa", record.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_MobileKnownHereOrAtAura_SaysDuplicate()
    {
        await using var house = await CustomersHouse.StartAsync();
        await house.RegisteredAsync();
        var user = CustomersHouse.User(Roles.Dispatcher);

        var here = await house.Commands.RegisterAsync(CustomersHouse.New(), user, CancellationToken.None);
        var there = await house.Commands.RegisterAsync(CustomersHouse.New("+27820000001"), user, CancellationToken.None);

        Assert.Equal(CustomerOutcome.Duplicate, here.Outcome);
        Assert.NotNull(here.Customer);
        Assert.Equal((CustomerOutcome.Duplicate, AuraErrorKind.Conflict), (there.Outcome, there.Failure!.Kind));
    }

    [Fact]
    public async Task Register_AnswerLost_IsUnknownAndComesInByItsDelivery()
    {
        await using var house = await CustomersHouse.StartAsync();
        house.Aura.Faults.DropAnswers = 1;

        var lost = await house.Commands.RegisterAsync(CustomersHouse.New(), CustomersHouse.User(Roles.Dispatcher), CancellationToken.None);

        Assert.Equal(CustomerOutcome.Unknown, lost.Outcome);
        var made = Assert.Single(house.Aura.State.Main.Customers.All, one => one.Mobile == "+27830000099");
        await house.Spine.RunAsync<InboxWriter>();
        await house.Spine.RunAsync<InboxProcessor>();
        await house.Spine.DeliverAsync($$"""{"message":"CREATED_CUSTOMER","customer":{"id":{{made.Id}},"name":"Quintessa","surname":"Vandermerwe","mobile":"+27830000099"} }""");
        await Until.TrueAsync(async () => await house.Get<CustomerRows>().FindAsync("+27830000099", CancellationToken.None) is not null);
    }

    [Fact]
    public async Task Edit_ByTwo_TheSecondIsToldAndNothingIsSent()
    {
        await using var house = await CustomersHouse.StartAsync();
        var opened = await house.RegisteredAsync();
        var user = CustomersHouse.User(Roles.Dispatcher);
        var details = CustomersHouse.New().Customer;

        var first = await house.Commands.EditAsync(opened.Id, opened.Version, details with { Surname = "Moyo" }, user, CancellationToken.None);
        var second = await house.Commands.EditAsync(opened.Id, opened.Version, details with { Surname = "Botha" }, user, CancellationToken.None);

        Assert.True(first.IsDone);
        Assert.Equal((CustomerOutcome.ChangedMeanwhile, "Moyo"), (second.Outcome, second.Customer!.Surname));
        Assert.Equal("Moyo", house.Aura.State.Main.Customers.Customer(opened.AuraId)!.Surname);
    }

    [Theory]
    [InlineData(Dialect.Wrapped)]
    [InlineData(Dialect.Bare)]
    public async Task Subscription_ActivatedRenewedCancelled_FollowsAuraAndIsNotRevived(Dialect dialect)
    {
        await using var house = await CustomersHouse.StartAsync(dialect);
        var customer = await house.RegisteredAsync(subscribed: false);
        var (commands, user) = (house.Get<SubscriptionCommands>(), CustomersHouse.User(Roles.Supervisor));
        var end = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var activated = await commands.ActivateAsync(customer.Id, CustomersHouse.New().Subscription!, user, CancellationToken.None);
        var row = Assert.Single(await SubscriptionsAsync(house));
        var renewed = await commands.RenewAsync(customer.Id, row.Id, end, user, CancellationToken.None);
        var after = Assert.Single(await SubscriptionsAsync(house));
        var cancelled = await commands.CancelAsync(customer.Id, row.Id, user, CancellationToken.None);
        var revived = await commands.RenewAsync(customer.Id, row.Id, end, user, CancellationToken.None);

        Assert.Equal((true, true, true), (activated.IsDone, renewed.IsDone, cancelled.IsDone));
        Assert.Equal(end, after.ValidTo);
        Assert.Equal(CustomerOutcome.Over, revived.Outcome);
        Assert.False(await house.Get<CustomerCover>().IsCoveredAsync(customer.AuraId, CancellationToken.None));
    }

    [Fact]
    public async Task Subscription_ActivationLost_IsFoundAndNotSentAgain()
    {
        await using var house = await CustomersHouse.StartAsync();
        var customer = await house.RegisteredAsync(subscribed: false);
        house.Aura.Faults.DropAnswers = 1;

        var result = await house.Get<SubscriptionCommands>().ActivateAsync(
            customer.Id, CustomersHouse.New().Subscription!, CustomersHouse.User(Roles.Dispatcher), CancellationToken.None);

        Assert.Equal(CustomerOutcome.FoundDone, result.Outcome);
        Assert.Single(house.Aura.State.Main.Customers.SubscriptionsOf(customer.AuraId));
    }

    [Fact]
    public async Task LookUp_SeededCustomer_IsReadWithSubscriptions()
    {
        await using var house = await CustomersHouse.StartAsync();
        var reading = house.Get<CustomerReading>();
        var user = CustomersHouse.User(Roles.Dispatcher);

        var found = await reading.LookUpAsync(450_001, user, CancellationToken.None);
        var none = await reading.LookUpAsync(1, user, CancellationToken.None);

        Assert.Equal("Lindiwe", found.Customer!.Name);
        Assert.Single(await SubscriptionsAsync(house));
        Assert.Equal((CustomerOutcome.Refused, AuraErrorKind.NotFound), (none.Outcome, none.Failure!.Kind));
    }

    [Fact]
    public async Task LimitedUser_WithoutUngrouped_SeesAndDoesNothing()
    {
        await using var house = await CustomersHouse.StartAsync();
        var customer = await house.RegisteredAsync();
        await house.Spine.ReadAsync(async db =>
        {
            db.Users.Add(new ConsoleUser { Id = "u9", UserName = "u9", IsLimited = true });
            return await db.SaveChangesAsync();
        });
        await house.Get<Scopes>().LoadAsync(CancellationToken.None);
        var limited = CustomersHouse.User(Roles.Dispatcher, "u9");
        var scope = house.Get<Scopes>().Of(limited);

        Assert.Equal(0, (await house.Get<CustomerQueries>().ListAsync(All, scope, 0, 50, CancellationToken.None)).Total);
        Assert.Null(await house.Get<CustomerQueries>().FindAsync(customer.Id, scope, CancellationToken.None));
        Assert.Empty(await house.Get<CustomerSearch>().FindAsync("Quintessa", 10, scope, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => house.Commands.RegisterAsync(CustomersHouse.New("+27830000011"), limited, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => house.Get<CustomerRaises>().RaiseAsync(
            new RaiseCustomerRequest { CommandId = Guid.NewGuid(), CustomerId = customer.Id, ResponseTypeId = 1, Latitude = -26.1, Longitude = 28 },
            Operator.From(limited), scope, CancellationToken.None));
    }

    [Fact]
    public async Task Erase_LeavesTheNameNowhereInTheFile()
    {
        await using var house = await CustomersHouse.StartAsync();
        var customer = await house.RegisteredAsync();
        await house.Spine.RunAsync<InboxWriter>();
        await house.Spine.RunAsync<InboxProcessor>();
        await house.Spine.DeliverAsync($$"""{"message":"CREATED_CUSTOMER","customer":{"id":{{customer.AuraId}},"name":"Quintessa","surname":"Vandermerwe","mobile":"+27830000099"} }""");
        await house.Spine.DeliverAsync($$"""{"message":"NEW_CALLOUT","callout":{"id":9001,"customerId":{{customer.AuraId}},"customer":{"name":"Quintessa"} } }""");
        await Until.TrueAsync(async () => (await house.Spine.DeliveriesAsync()).TrueForAll(one => one.Status == DeliveryStatus.Applied));
        Assert.Equal("Quintessa Vandermerwe", (await house.Spine.CalloutAsync(9001)).CustomerName);
        await house.Spine.ReadAsync(async db =>
        {
            var callout = await db.Callouts.SingleAsync(one => one.AuraId == 9001);
            callout.Entries.Add(new Entry { At = DateTimeOffset.UtcNow, Kind = EntryKind.Note, Detail = "Quintessa says that Vandermerwe senior is at home" });
            db.Drafts.Add(new Draft { UserId = "u1", Key = "note:9001", Body = "call Quintessa Vandermerwe back", UpdatedAt = DateTimeOffset.UtcNow });
            return await db.SaveChangesAsync();
        });

        var result = await house.Get<CustomerErasure>().EraseAsync(customer.Id, CustomersHouse.User(Roles.Admin), CancellationToken.None);

        Assert.True(result.IsDone);
        Assert.Null(house.Aura.State.Main.Customers.Customer(customer.AuraId));
        await house.Spine.DeliverAsync($$"""{"message":"CREATED_CUSTOMER","customer":{"id":{{customer.AuraId}},"name":"Quintessa","surname":"Vandermerwe"} }""");
        await Until.TrueAsync(async () => (await house.Spine.DeliveriesAsync()).TrueForAll(one => one.Status == DeliveryStatus.Applied));
        Assert.NotNull((await house.CustomerAsync(customer.Id)).ErasedAt);
        Assert.Contains("customer.erased", (await house.Spine.ReadAsync(db => db.AuditRecords.ToListAsync())).Select(one => one.Kind));
        foreach (var secret in new[] { "Quintessa", "Vandermerwe", "27830000099", "CRM-777" })
            Assert.Empty(await TablesHoldingAsync(house, secret));
        Assert.DoesNotContain("CRM-777", Encoding.Latin1.GetString(await ReadSharedAsync(house.Spine.File)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_AuraAway_ErasesNothingHere()
    {
        await using var house = await CustomersHouse.StartAsync();
        var customer = await house.RegisteredAsync();
        house.Aura.Faults.Errors = -1;

        var result = await house.Get<CustomerErasure>().EraseAsync(customer.Id, CustomersHouse.User(Roles.Admin), CancellationToken.None);

        Assert.False(result.IsDone);
        Assert.Equal("Quintessa", (await house.CustomerAsync(customer.Id)).Name);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => house.Get<CustomerErasure>().EraseAsync(customer.Id, CustomersHouse.User(Roles.Supervisor), CancellationToken.None));
    }

    private static Task<List<CustomerSubscription>> SubscriptionsAsync(CustomersHouse house) =>
        house.Spine.ReadAsync(db => db.CustomerSubscriptions.AsNoTracking().ToListAsync());

    /// <summary>Every column of every table, as bytes.</summary>
    private static async Task<List<string>> TablesHoldingAsync(CustomersHouse house, string secret)
    {
        await using var connection = new SqliteConnection($"Data Source={house.Spine.File};Pooling=False");
        await connection.OpenAsync();
        List<string> tables = [], found = [];
        await using (var names = connection.CreateCommand())
        {
            names.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
            await using var reader = await names.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }
        foreach (var table in tables)
        {
            await using var rows = connection.CreateCommand();
            rows.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var text = reader.GetValue(column) switch { byte[] bytes => Encoding.UTF8.GetString(bytes), var value => value.ToString() ?? "" };
                    if (text.Contains(secret, StringComparison.OrdinalIgnoreCase))
                        found.Add($"{table}.{reader.GetName(column)}");
                }
            }
        }
        return found;
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
