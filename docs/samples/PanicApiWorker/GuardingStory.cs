using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>Two guards for a night, called off again.</summary>
internal sealed class GuardingStory(IScheduledServicesApi scheduled, TimeProvider time, TextWriter tell)
{
    public async Task RunAsync(long customerId, CancellationToken cancellationToken)
    {
        var tomorrow = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        var service = await scheduled.CreateAsync(
            "guarding",
            new NewScheduledService
            {
                CustomerId = customerId,
                Name = "Night guard, Harbour Depot",
                SpecialInstructions = "Report to the gatehouse",
                NumberOfGuards = 2,
                Contacts = [new ScheduleContact("Sam Naidoo", "+27820000000")],
                From = tomorrow,
                To = tomorrow.AddDays(2),
                Repeats = ScheduleRepeats.Once(new TimeOnly(18, 0), TimeSpan.FromHours(12)),
                Location = new ScheduleLocation(-33.9051, 18.4201, "9 Dock Road, Cape Town"),
            },
            cancellationToken);
        await tell.WriteLineAsync($"Scheduled guarding {service.Id}, next at {service.NextOccurrence:u}.");

        // AURA has no list of them: the id is the only handle
        await scheduled.CancelAsync(service.Id, cancellationToken);
        await tell.WriteLineAsync($"Cancelled guarding {service.Id}.");
    }
}
