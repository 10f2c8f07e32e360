using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Customers.Changing;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Customers;

/// <summary>What an erasure does with patrols that visited the customer.</summary>
public sealed class CustomerPatrolErasureTests
{
    [Fact]
    public async Task Erase_WithAPatrolStillToCome_IsRefusedAndThenTakesAllThatTellsWhere()
    {
        await using var house = await CustomersHouse.StartAsync();
        var customer = await house.RegisteredAsync();
        await house.Spine.ReadAsync(db =>
        {
            db.Patrols.Add(Visits(customer));
            return db.SaveChangesAsync();
        });
        var erasure = house.Get<CustomerErasure>();

        var refused = await erasure.EraseAsync(customer.Id, CustomersHouse.User(Roles.Admin), CancellationToken.None);
        Assert.Equal(CustomerOutcome.HasPatrols, refused.Outcome);
        Assert.NotNull(house.Aura.State.Main.Customers.Customer(customer.AuraId));

        await house.Spine.ReadAsync(db => db.Patrols.ExecuteUpdateAsync(set => set.SetProperty(one => one.CancelState, CommandState.Confirmed)));
        Assert.True((await erasure.EraseAsync(customer.Id, CustomersHouse.User(Roles.Admin), CancellationToken.None)).IsDone);

        var patrol = await house.Spine.ReadAsync(db => db.Patrols.AsNoTracking().Include(one => one.Commands).Include(one => one.Occurrences).SingleAsync());
        Assert.Equal((null, null, null, null, null), (patrol.Address, patrol.Latitude, patrol.Longitude, patrol.Contacts, patrol.Instructions));
        Assert.Null(patrol.Commands[0].Body);
        foreach (var text in new[] { patrol.Name, patrol.Place, patrol.Commands[0].Reason, patrol.Occurrences[0].Note })
            Assert.DoesNotContain("Quintessa", text, StringComparison.Ordinal);
    }

    private static Patrol Visits(Customer customer)
    {
        var now = DateTimeOffset.UtcNow;
        return new Patrol
        {
            FormId = Guid.NewGuid(),
            CustomerAuraId = customer.AuraId,
            CustomerName = "Quintessa V.",
            Address = "4 Quiet Lane",
            Latitude = -33.9,
            Longitude = 18.4,
            Contacts = "Quintessa, 0821234567",
            Instructions = "Ring twice",
            ServiceType = "guarding",
            Name = "Look after Quintessa",
            TimeZoneId = "Africa/Johannesburg",
            AskedByName = "Thandi",
            State = CommandState.Confirmed,
            FirstStart = now.AddDays(1),
            LastEnd = now.AddDays(2),
            Commands = { new PatrolCommand { Id = Guid.NewGuid(), AskedById = "u1", AskedByName = "Thandi", Reason = "Quintessa asked", Body = "4 Quiet Lane" } },
            Occurrences = { new PatrolOccurrence { StartsAt = now.AddDays(1), EndsAt = now.AddDays(2), Note = "Quintessa was not in" } },
        };
    }
}
