package dev.slipway.cli;

import dev.slipway.documents.spelling.Nearest;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and which command was probably meant; picocli names one for every word. */
final class WrongUsage implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(e.getMessage()));
        if (command.getSubcommands().isEmpty()) {
            if (!UnmatchedArgumentException.printSuggestions(e, err)) {
                command.usage(err);
            }
        } else {
            meant(e, command)
                    .ifPresentOrElse(
                            name -> err.println(
                                    "Did you mean: " + command.getCommandSpec().qualifiedName() + " " + name + "?"),
                            () -> command.usage(err));
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Few mistype the first letter; without it short words would all be near each other. */
    private static Optional<String> meant(ParameterException e, CommandLine command) {
        return e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                        .findFirst()
                        .flatMap(word -> Nearest.of(
                                        word, command.getSubcommands().keySet())
                                .filter(name -> name.regionMatches(true, 0, word, 0, 1)))
                : Optional.empty();
    }
}
