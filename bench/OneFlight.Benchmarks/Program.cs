using OneFlight.Benchmarks;

// One verb a benchmark; each prints a table, writes its CSV to bench/results and measures a baseline in the same run.
return args switch
{
    ["planning", ..] => Planning.Run(args[1..]),
    ["impact", ..] => ImpactOfSlips.Run(args[1..]),
    ["pages", ..] => await Pages.Run(args[1..]),
    ["scheduling", ..] => SchedulingSets.Run(args[1..]),
    [] => Planning.Run([]) + ImpactOfSlips.Run([]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: oneflight bench [planning [--flights N,N…] | impact [--flights N] | pages [--port N] | scheduling [--set j60|j120] [--schedules N] [--instances N] [--seed K] [--data DIR]]");
    return 2;
}
