using Effektkaeder.Cli;

return await EffektCommand.RunAsync(args);
