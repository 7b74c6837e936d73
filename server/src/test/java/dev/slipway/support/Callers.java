package dev.slipway.support;

import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** Everybody who may call the server under test. */
public final class Callers {

    private static final Actor TEST = Actor.system("test");

    private final Environment environment;
    private final Accounts accounts;

    Callers(Environment environment, Accounts accounts) {
        this.environment = environment;
        this.accounts = accounts;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** Somebody who is not signed in. */
    public Caller anybody() {
        return new Caller(address(), "");
    }

    /** An API client of this account, which is made if it is not there, with these roles everywhere. */
    public Caller tokenOf(String account, Role... roles) {
        return new Caller(address(), token(account, EnumSet.noneOf(Permission.class), roles));
    }

    /** An API client with this token. */
    public Caller client(String secret) {
        return new Caller(address(), secret);
    }

    /** A token's secret, for Git (as the password) or for an own client. */
    public String token(String account, Set<Permission> scopes, Role... roles) {
        ensure(account, roles);
        return accounts.issueToken(account, "test-" + UUID.randomUUID(), scopes, TEST);
    }

    /** A browser in which this account has signed in. */
    public Caller browserOf(String account, Role... roles) {
        ensure(account, roles);
        Caller browser = anybody();
        String link = accounts.signInLink(account, TEST).toString();
        String token = link.substring(link.indexOf('=') + 1);
        var answer = browser.submit(link, "/sign-in/link", Map.of("token", token));
        if (answer.statusCode() != 302) {
            throw new AssertionError("Signing in answered " + answer.statusCode() + ": " + answer.body());
        }
        return browser;
    }

    private void ensure(String account, Role... roles) {
        accounts.ensure(new Account(account, account, account + "@example.org"), TEST);
        Arrays.stream(roles).forEach(role -> accounts.grant(account, role, TEST));
    }
}
