package dev.slipway.identity.accounts;

import dev.slipway.identity.Account;
import dev.slipway.identity.FirstSignIn;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.ui.PortalAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@code admin} on the first start. Until it has signed in, each start writes a new one-time link into a
 * file that only its owner can read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner, FirstSignIn {

    static final String NAME = "admin";
    private static final Actor ACTOR = Actor.system("first start");

    private final LocalAccounts accounts;
    private final AccountTable table;
    private final Path file;
    private final String portal;

    FirstAdministrator(
            LocalAccounts accounts, AccountTable table, @Value("${slipway.data}") Path data, PortalAddress portal) {
        this.accounts = accounts;
        this.table = table;
        this.file = data.resolve("sign-in-link.txt");
        this.portal = portal.base();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!table.anybodyIs(Role.ADMINISTRATOR)) {
            accounts.ensure(new Account(NAME, "Administrator", ""), ACTOR);
            accounts.grant(NAME, Role.ADMINISTRATOR, ACTOR);
        }
        try {
            Files.deleteIfExists(file);
            if (table.find(NAME).isPresent() && !table.hasSignedIn(NAME)) {
                OwnersFile.write(file, portal + accounts.signInLink(NAME, ACTOR) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sign-in link could not be written to " + file + ".", e);
        }
    }

    @Override
    public Optional<URI> link() {
        try {
            boolean open = Files.exists(file) && !table.hasSignedIn(NAME);
            return open ? Optional.of(URI.create(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The sign-in link could not be read from " + file + ".", e);
        }
    }
}
