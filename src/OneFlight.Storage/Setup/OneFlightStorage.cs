using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Changes;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Setup;

/// <summary>Puts storage into a host.</summary>
public static class OneFlightStorage
{
    /// <summary>Adds everything that is kept in PostgreSQL. The host adds a scoped <see cref="ITenant"/>.</summary>
    /// <param name="connectionString">See <see cref="ConnectionText"/>.</param>
    /// <param name="judge">Judges plans before they are kept; null: <see cref="PlanCheck.Judge"/>.</param>
    public static IServiceCollection AddOneFlightStorage(
        this IServiceCollection services, string connectionString, Func<Campaign, CheckReport>? judge = null)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(ConnectionText.Read(connectionString)));
        services.AddSingleton(provider => Options(provider.GetRequiredService<NpgsqlDataSource>()));
        services.TryAddSingleton<PlanCache>();
        services.AddSingleton(judge ?? PlanCheck.Judge);
        services.AddSingleton<ChangeFeed>();
        services.AddScoped<IDbContextFactory<OneFlightDb>, TenantDatabase>();
        services.AddScoped<PlanHistory>();
        services.AddScoped<HearTasks>();
        services.AddScoped<AcceptRequests>();
        services.AddScoped<LogbookStore>();
        services.AddScoped<FirstStart>();
        return services;
    }

    public static DbContextOptions<OneFlightDb> Options(NpgsqlDataSource database) =>
        new DbContextOptionsBuilder<OneFlightDb>().UseNpgsql(database).Options;
}

/// <summary>Opens the database for the operator of the work at hand.</summary>
public sealed class TenantDatabase(DbContextOptions<OneFlightDb> options, ITenant tenant) : IDbContextFactory<OneFlightDb>
{
    public OneFlightDb CreateDbContext() => new(options, tenant.Operator);
}
