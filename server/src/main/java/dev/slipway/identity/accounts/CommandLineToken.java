package dev.slipway.identity.accounts;

import dev.slipway.kernel.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The administrator's token for the command line on this machine, in a file that only its owner can read: whoever can read
 * the data directory has everything anyway. Made once; who removes the file gets another token with the next start.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CommandLineToken implements ApplicationRunner {

    private static final String TOKEN = "command-line";
    private static final Actor ACTOR = Actor.system("first start");

    private final LocalAccounts accounts;
    private final AccountTable table;
    private final Path file;

    CommandLineToken(LocalAccounts accounts, AccountTable table, @Value("${slipway.data}") Path data) {
        this.accounts = accounts;
        this.table = table;
        this.file = data.resolve("cli-token");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (Files.exists(file) || table.find(FirstAdministrator.NAME).isEmpty()) {
            return;
        }
        try {
            OwnersFile.write(file, accounts.renewToken(FirstAdministrator.NAME, TOKEN, Set.of(), ACTOR) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The token could not be written to " + file + ".", e);
        }
    }
}
