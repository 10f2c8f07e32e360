using System.Globalization;

namespace AuraConsole.Simulator.State;

/// <summary>Fictional customers, the same ones at each start; the last three of eight have no active subscription.</summary>
internal static class SeededCustomers
{
    public const long FirstId = 450_001;
    public const long FirstSubscriptionId = 8_801;

    private const long TypeId = 4;

    private static readonly (string Name, string Surname)[] Names =
    [
        ("Lindiwe", "Nkosi"), ("Pieter", "Fourie"), ("Aisha", "Davids"), ("Sipho", "Zulu"), ("Megan", "Pillay"), ("Thandi", "Maseko"),
        ("Johan", "Steyn"), ("Nomsa", "Radebe"),
    ];

    public static void Fill(CustomerBook book, int count, DateTimeOffset now)
    {
        for (var index = 0; index < count; index++)
        {
            var (name, surname) = Names[index % Names.Length];
            book.Put(new SimulatedCustomer
            {
                Id = FirstId + index,
                Name = name,
                Surname = surname,
                Mobile = "+2782000" + (index + 1).ToString("0000", CultureInfo.InvariantCulture),
                Reference = FormattableString.Invariant($"CRM-{index + 1:0000}"),
                CreatedAt = now,
                UpdatedAt = now,
            });
            if (Subscription(index, now) is { } subscription) book.Put(subscription);
        }
    }

    private static SimulatedSubscription? Subscription(int index, DateTimeOffset now)
    {
        var subscription = new SimulatedSubscription
        {
            Id = FirstSubscriptionId + index,
            CustomerId = FirstId + index,
            TypeId = TypeId,
            ValidFrom = now.AddMonths(-2),
            ValidTo = now.AddMonths(10),
        };
        return (index % Names.Length) switch
        {
            5 => subscription with { ValidFrom = now.AddMonths(-14), ValidTo = now.AddMonths(-2) },
            6 => subscription with { CancelledAt = now.AddDays(-7) },
            7 => null,
            _ => subscription,
        };
    }
}
