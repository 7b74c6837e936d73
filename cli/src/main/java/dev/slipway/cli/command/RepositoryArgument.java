package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;

/** A repository that somebody names by itself, {@code organisation/name}, or by the service that lives in it. */
final class RepositoryArgument {

    private RepositoryArgument() {}

    static String resolve(ServerClient server, String typed) {
        if (typed.contains("/")) {
            return typed;
        }
        String repository = Json.text(server.get(ServerCommand.service(typed)), "repository");
        if (repository.isBlank()) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    CliProblem.of("\"" + typed + "\" has no repository.", "Name one: organisation/name."));
        }
        return repository;
    }

    /** Its address in the API. */
    static String path(ServerClient server, String typed) {
        String[] parts = resolve(server, typed).split("/", 2);
        return ServerCommand.API + "/repositories/" + ServerCommand.segment(parts[0]) + "/"
                + ServerCommand.segment(parts[1]);
    }
}
