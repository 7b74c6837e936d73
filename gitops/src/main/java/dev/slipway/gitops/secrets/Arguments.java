package dev.slipway.gitops.secrets;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The secrets among the arguments of one command, asked for one after the other. */
final class Arguments {

    /** A flag, and a variable's name, which is not what it holds: Kubernetes puts in no other form of it. */
    private static final Pattern NO_PASSWORD = Pattern.compile("-.*|\\$\\(\\w+\\)", Pattern.DOTALL);

    /** What Kubernetes puts in, and the next flag. */
    private static final Pattern OPEN = Pattern.compile("\\$\\(\\w+\\)|--[a-z][a-z_-]+(?:=.*)?", Pattern.DOTALL);

    private static final Pattern PORT_OR_PATH = Pattern.compile(
            "(?:(?:\\d{1,3}\\.){3}\\d{1,3}:)?\\d{1,5}(?::\\d{1,5})?(?:/(?:tcp|udp))?|\\.{1,2}|\\.{0,2}/.*");

    private static final Pattern USERS = Pattern.compile("-[A-Za-z]{0,12}u|--user|--proxy-user");

    /** User and group by their numbers, and addresses, are no user and password. */
    private static final Pattern USER = Pattern.compile("[^\\s:/]+:(?!\\d+$|/).+");

    private final String program;
    private final boolean takesPassword;
    private final boolean mayTakePassword;
    private final boolean harmless;
    private final List<MatchResult> placed;
    private String last = "";

    /** Where the next one begins in the command. */
    private int at;

    private Arguments(String first, List<String> words) {
        this.program = program(words);
        this.takesPassword = Programs.takePassword(program);
        this.mayTakePassword = Programs.takePassword(String.join(" ", words));
        this.placed = CommandSecrets.in(String.join(" ", words));
        this.harmless = !takesPassword && Programs.isHarmless(first);
    }

    /** Of a list of which nobody knows the program: a container's image may have one of its own. */
    static Arguments of(Collection<?> arguments) {
        return new Arguments("", texts(arguments));
    }

    /** Of the list that begins with its program. */
    static Arguments ofCommand(Collection<?> command) {
        List<String> words = texts(command);
        return new Arguments(words.isEmpty() ? "" : words.getFirst(), words);
    }

    /** Of what stands in another field than its command. */
    static Arguments behind(Collection<?> command, Collection<?> arguments) {
        List<String> before = texts(command);
        List<String> words =
                Stream.concat(before.stream(), texts(arguments).stream()).toList();
        Arguments behind = new Arguments(before.isEmpty() ? "" : before.getFirst(), words);
        before.forEach(behind::pass);
        return behind;
    }

    private static List<String> texts(Collection<?> list) {
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** All that may name the program, as others may run it. */
    private static String program(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(at -> at == 0 || !Programs.isBeforeHost(words.get(at - 1)))
                .mapToObj(words::get)
                .filter(word -> !word.startsWith("-"))
                .collect(Collectors.joining(" "));
    }

    /** Whether this is likely a port or a path, to a program that is not known to take a password there. */
    static boolean isPortOrPath(String argument) {
        return PORT_OR_PATH.matcher(argument).matches();
    }

    private void pass(String argument) {
        last = argument;
        at += argument.length() + 1;
    }

    /** The argument as it may be shown; empty where it holds no secret by its place. */
    Optional<Hidden> next(String argument) {
        String flag = last;
        int from = at;
        pass(argument);
        if (isPassword(flag, argument)) {
            return Optional.of(Hidden.wholly(argument));
        }
        Optional<Hidden> byPlace = placed.stream()
                .filter(each -> each.start("value") < from + argument.length() && each.end("value") > from)
                .map(each -> argument.substring(0, Math.max(0, each.start("value") - from)))
                .min(Comparator.comparingInt(String::length))
                .map(shown -> new Hidden(argument, shown + Hidden.TEXT));
        if (byPlace.isPresent()) {
            return byPlace;
        }
        if (USERS.matcher(flag).matches() && USER.matcher(argument).matches()) {
            return Optional.of(new Hidden(argument, argument.substring(0, argument.indexOf(':') + 1) + Hidden.TEXT));
        }
        return argument.startsWith("-p") && argument.length() > 2 && isAttached(argument.substring(2))
                ? Optional.of(new Hidden(argument, "-p" + Hidden.TEXT))
                : Optional.empty();
    }

    /** To the host {@code mysql} talks its program rather than another one, which may have a port there. */
    private boolean isAttached(String value) {
        return takesPassword || (mayTakePassword && !isPortOrPath(value));
    }

    /** What follows {@code --password} is one, whatever else it looks like. */
    private boolean isPassword(String flag, String argument) {
        if (flag.startsWith("-") && flag.indexOf('=') < 0 && SecretNames.isSecret(flag)) {
            return !OPEN.matcher(argument).matches();
        }
        boolean brief = (flag.equals("-p") && !harmless && (takesPassword || !isPortOrPath(argument)))
                || (flag.equals("-a") && Programs.areOfRedis(program));
        return brief && !NO_PASSWORD.matcher(argument).matches();
    }
}
