package dev.slipway.platform.upkeep;

import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.kernel.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The users of the sample teams. Their passwords and tokens are random and written to {@code sample-users.json} in the data
 * directory, which only its owner can read.
 */
@Component
class SampleUsers {

    private static final Actor ACTOR = Actor.system("platform");

    private static final List<Account> USERS = List.of(
            new Account("rosa", "Rosa Rivera", "rosa@example.com"),
            new Account("ren", "Ren Okada", "ren@example.com"),
            new Account("bea", "Bea Novak", "bea@example.com"),
            new Account("ben", "Ben Adeyemi", "ben@example.com"),
            new Account("paula", "Paula Meyer", "paula@example.com"),
            new Account("remy", "Remy Laurent", "remy@example.com"));

    private final Accounts accounts;
    private final Path file;

    SampleUsers(Accounts accounts, @Value("${slipway.data}") Path data) {
        this.accounts = accounts;
        this.file = data.resolve("sample-users.json");
    }

    /** Makes the users once; when a start was killed before the file was whole, everybody gets new secrets. */
    void ensure() {
        if (Files.exists(file)) {
            return;
        }
        Map<String, Map<String, String>> secrets = new LinkedHashMap<>();
        for (Account user : USERS) {
            accounts.ensure(user, ACTOR);
            String password = randomPassword();
            accounts.setPassword(user.name(), password, ACTOR);
            String token = accounts.renewToken(user.name(), "sample", Set.of(), ACTOR);
            secrets.put(user.name(), Map.of("password", password, "token", token));
        }
        write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(secrets));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[9];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void write(String text) {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(whole);
            Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(whole, text);
            Files.move(whole, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
