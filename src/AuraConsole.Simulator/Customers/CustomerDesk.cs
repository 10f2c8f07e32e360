using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.Customers;

/// <summary>Registers, changes and deletes customers; what was deleted is hidden, not erased.</summary>
internal sealed class CustomerDesk(SimulatorState state, SubscriptionDesk subscriptions, DeliveryQueue deliveries, TimeProvider time)
{
    /// <summary>Registers a customer, with a subscription of their own or under an existing one.</summary>
    public (SimulatedCustomer? Customer, Refusal? Refusal) Create(
        SourceState source, CustomerDetails details, SubscriptionTerms? terms, long? subscriptionId)
    {
        lock (source.Gate)
        {
            if (source.Customers.IsTaken(details.Mobile)) return (null, Duplicate());
            if (source.Customers.IsFull) return (null, Refusal.Full("customers"));
            if (terms is not null && subscriptions.Check(source, terms) is { } refusal) return (null, refusal);
            if (subscriptionId is { } known && !subscriptions.CanJoin(source, known))
            {
                return (null, Refusal.Invalid("subscriptionId is no active subscription"));
            }

            var now = time.GetUtcNow();
            var customer = Make(state.Ids.Next(), details, now, now);
            source.Customers.Put(customer);
            deliveries.Add(source, EventNames.CustomerCreated, customer);
            if (terms is not null) subscriptions.Open(source, customer.Id, terms);
            if (subscriptionId is { } joined) subscriptions.Join(source, joined, customer.Id);
            return (customer, null);
        }
    }

    /// <summary>Replaces a customer's profile.</summary>
    public (SimulatedCustomer? Customer, Refusal? Refusal) Replace(SourceState source, long id, CustomerDetails details)
    {
        lock (source.Gate)
        {
            if (source.Customers.Customer(id) is not { } old) return (null, Refusal.NotFound("Customer"));
            if (source.Customers.IsTaken(details.Mobile, exceptId: id)) return (null, Duplicate());
            var customer = Make(id, details, old.CreatedAt, time.GetUtcNow());
            source.Customers.Put(customer);
            return (customer, null);
        }
    }

    public Refusal? Delete(SourceState source, long id)
    {
        lock (source.Gate)
        {
            if (source.Customers.Customer(id) is not { } customer) return Refusal.NotFound("Customer");
            var now = time.GetUtcNow();
            source.Customers.Put(customer with { DeletedAt = now, UpdatedAt = now });
            return null;
        }
    }

    private static Refusal Duplicate() => Refusal.Conflict("A customer with that mobile already exists");

    private static SimulatedCustomer Make(long id, CustomerDetails details, DateTimeOffset createdAt, DateTimeOffset updatedAt) => new()
    {
        Id = id,
        Name = details.Name,
        Surname = details.Surname,
        Mobile = details.Mobile,
        Reference = details.Reference,
        Profile = details.Profile,
        CreatedAt = createdAt,
        UpdatedAt = updatedAt,
    };
}

/// <summary>A customer's profile as it was sent.</summary>
internal sealed record CustomerDetails(
    string Name, string Surname, string Mobile, string? Reference, IReadOnlyDictionary<string, string> Profile);
