package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Tokens;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway login}. */
@Command(
        name = "login",
        description = "Remember a token for this server. It is read from the terminal, never from the command line.")
public final class LoginCommand extends ServerCommand {

    public LoginCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        output.line("Make a token at " + server.address() + "/account and paste it here:");
        String token = token();
        if (token.isBlank()) {
            throw new CliException(ExitCode.USAGE, CliProblem.of("No token was given.", "Paste it, or pipe it in."));
        }
        new ServerClient(server.address(), Optional.of(token), PATIENCE).get(API + "/services");
        Path file = new Tokens(surroundings()).store(server.address(), token);
        output.line("Signed in at " + server.address() + "; the token is in " + file + ".");
        output.result(JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("server", server.address().toString()));
        return ExitCode.DONE.code();
    }

    private String token() {
        Console console = surroundings().terminal() ? System.console() : null;
        if (console != null) {
            char[] typed = console.readPassword();
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            String line =
                    new BufferedReader(new InputStreamReader(surroundings().in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
