using OneFlight.App;

var builder = WebApplication.CreateBuilder(args);
builder.AddOneFlight();
var app = builder.Build();
app.UseOneFlight();
app.Run();

/// <summary>The host; named so that tests can start it.</summary>
public partial class Program;
