using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data;

/// <summary>The console's database. One context per operation, made by the factory.</summary>
public sealed class ConsoleDbContext(DbContextOptions<ConsoleDbContext> options)
    : IdentityDbContext<ConsoleUser, IdentityRole, string>(options)
{
    public DbSet<Site> Sites => Set<Site>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<CustomerSubscription> CustomerSubscriptions => Set<CustomerSubscription>();

    public DbSet<SiteGroup> SiteGroups => Set<SiteGroup>();

    public DbSet<StageClockPreset> StageClockPresets => Set<StageClockPreset>();

    public DbSet<StageClockAssignment> StageClockAssignments => Set<StageClockAssignment>();

    public DbSet<Callout> Callouts => Set<Callout>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<DeliveryHour> DeliveryHours => Set<DeliveryHour>();

    public DbSet<Command> Commands => Set<Command>();

    public DbSet<UserPreference> UserPreferences => Set<UserPreference>();

    public DbSet<SoundTest> SoundTests => Set<SoundTest>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Closure> Closures => Set<Closure>();

    public DbSet<WallboardToken> WallboardTokens => Set<WallboardToken>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<ScopedGroup> ScopedGroups => Set<ScopedGroup>();

    public DbSet<SiteDrift> SiteDrifts => Set<SiteDrift>();

    public DbSet<DriftRun> DriftRuns => Set<DriftRun>();

    public DbSet<SiteDossier> SiteDossiers => Set<SiteDossier>();

    public DbSet<SiteContact> SiteContacts => Set<SiteContact>();

    public DbSet<SiteCodeWord> SiteCodeWords => Set<SiteCodeWord>();

    public DbSet<SitePlan> SitePlans => Set<SitePlan>();

    public DbSet<PlanStep> PlanSteps => Set<PlanStep>();

    public DbSet<PlanTick> PlanTicks => Set<PlanTick>();

    public DbSet<SiteTest> SiteTests => Set<SiteTest>();

    public DbSet<Patrol> Patrols => Set<Patrol>();

    public DbSet<PatrolCommand> PatrolCommands => Set<PatrolCommand>();

    public DbSet<PatrolOccurrence> PatrolOccurrences => Set<PatrolOccurrence>();

    public DbSet<ImportProfile> ImportProfiles => Set<ImportProfile>();

    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportRunRow> ImportRunRows => Set<ImportRunRow>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<HandoverItem> HandoverItems => Set<HandoverItem>();

    public DbSet<HandoverReceipt> HandoverReceipts => Set<HandoverReceipt>();

    public DbSet<EscalationRule> EscalationRules => Set<EscalationRule>();

    public DbSet<EscalationFiring> EscalationFirings => Set<EscalationFiring>();

    public DbSet<EscalationHook> EscalationHooks => Set<EscalationHook>();

    public DbSet<EscalationSend> EscalationSends => Set<EscalationSend>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    public DbSet<UsedCode> UsedCodes => Set<UsedCode>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ConsoleDbContext).Assembly);
    }
}
