using Microsoft.AspNetCore.Connections;
using OneFlight.App;

var builder = WebApplication.CreateBuilder(args);
builder.AddOneFlight();
var app = builder.Build();
app.UseOneFlight();
try
{
    app.Run();
    return 0;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"{taken.Message} ONEFLIGHT_PORT names another port.");
    return 1;
}

/// <summary>The host; named so that tests can start it.</summary>
public partial class Program;
