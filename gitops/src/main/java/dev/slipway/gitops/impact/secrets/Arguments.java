package dev.slipway.gitops.impact.secrets;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The secrets among the arguments of one command, asked for one after the other. */
final class Arguments {

    private static final Pattern MYSQL = Pattern.compile("\\b(mysql|mariadb)");
    private static final Pattern SQLCMD = Pattern.compile("\\b(sqlcmd|bcp|osql)\\b");
    private static final Pattern LDAP = Pattern.compile("\\bldap\\w+\\b");
    private static final Pattern RABBIT_USER = Pattern.compile("add_user|change_password|authenticate_user");
    private static final Pattern SAMBA = Pattern.compile("\\b(smbclient|rpcclient|smbget)\\b");
    private static final Pattern REDIS = Pattern.compile("\\b(redis|valkey)-cli\\b");

    /** {@code -p} is a port or a directory as well, and a variable's name is not what it holds. */
    private static final Pattern NO_PASSWORD =
            Pattern.compile("[\\d:.]*|-.*|.*/.*|\\$\\(\\w+\\)|\\$\\{[A-Z]\\w*}|\\$[A-Z][A-Z0-9_]*");

    /** To these {@code -p} is no password. None runs other programs, as shells do: what those take is not known. */
    private static final Set<String> HARMLESS = Set.of(
            ("cargo cp createdb curl flask git gradle gunicorn haproxy http-server install jq ls memcached mkdir nc"
                            + " ncat nginx node perl pg_dump pg_dumpall pg_isready pg_restore pgbench pgrep ps psql puma"
                            + " pytest read redis-cli redis-server sed serve sysctl tar test tsc valkey-cli valkey-server"
                            + " wget")
                    .split(" "));

    private static final Pattern ATTACHED = Pattern.compile("-p(?!\\d+$).+");
    private static final Set<String> USERS = Set.of("-u", "--user", "--proxy-user");

    /** User and group by their numbers, and addresses, are no user and password. */
    private static final Pattern USER = Pattern.compile("[^\\s:/]+:(?!\\d+$|/).+");

    private final String program;
    private final boolean harmless;
    private String last = "";
    private String beforeLast = "";

    /** @param command what stands in another field than its arguments */
    Arguments(@Nullable Object command, Collection<?> arguments) {
        List<String> words = Stream.concat(
                        command instanceof Collection<?> parts ? parts.stream() : Stream.of(), arguments.stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        this.program = words.stream().filter(each -> !each.startsWith("-")).collect(Collectors.joining(" "));
        this.harmless = !words.isEmpty()
                && HARMLESS.contains(words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1));
    }

    /** The argument as it may be shown; empty where it holds no secret by its place. */
    Optional<Hidden> next(String argument) {
        String flag = last;
        boolean ofUser = RABBIT_USER.matcher(beforeLast).matches() && program.contains("rabbitmqctl");
        beforeLast = last;
        last = argument;
        if (ofUser || isPassword(flag, argument)) {
            return Optional.of(Hidden.wholly(argument));
        }
        if (flag.equals("-U")
                && argument.indexOf('%') > 0
                && SAMBA.matcher(program).find()) {
            return Optional.of(new Hidden(argument, argument.substring(0, argument.indexOf('%') + 1) + Hidden.TEXT));
        }
        if (USERS.contains(flag) && USER.matcher(argument).matches()) {
            return Optional.of(new Hidden(argument, argument.substring(0, argument.indexOf(':') + 1) + Hidden.TEXT));
        }
        return ATTACHED.matcher(argument).matches() && MYSQL.matcher(program).find()
                ? Optional.of(new Hidden(argument, "-p" + Hidden.TEXT))
                : Optional.empty();
    }

    /** What follows {@code --password} is one, whatever it looks like. */
    private boolean isPassword(String flag, String argument) {
        if (flag.startsWith("-") && flag.indexOf('=') < 0 && SecretNames.isSecret(flag)) {
            return true;
        }
        boolean brief = (flag.equals("-p") && !harmless)
                || (flag.equals("-a") && REDIS.matcher(program).find())
                || (flag.equals("-P") && SQLCMD.matcher(program).find())
                || (flag.equals("-w") && LDAP.matcher(program).find());
        return brief && !NO_PASSWORD.matcher(argument).matches();
    }
}
