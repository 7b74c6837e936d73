package dev.slipway.gitops.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its name whether a value is likely a secret. Rather one value too many is hidden than one too few. */
final class SecretNames {

    /** Wherever they stand in a name, once hyphens, dots and underscores are gone. */
    private static final Pattern SECRET = Pattern.compile(
            "password|passwort|passwd|passphrase|pwd|secret|token(?!i[sz])|apikey|credential|privatekey|accesskey|signingkey"
                    + "|encryptionkey|masterkey|masterauth|connectionstring|jwt|authorization|bearer|sharedkey"
                    + "|accountkey|otpseed|seedphrase|mnemonic|erlangcookie|netrc|dockercfg|dockerconfigjson|stringdata|encrypteddata");

    /** Short words, which stand within many others: only a name that ends in one is a secret's. */
    private static final Set<String> LAST = Set.of(
            "auth", "hmac", "otp", "totp", "pin", "salt", "pepper", "psk", "pat", "dsn", "creds", "cred", "cookie");

    /** {@code PGPASS}, {@code requirepass}, {@code rootpw}, {@code sentrydsn}. */
    private static final Pattern ENDING = Pattern.compile(".*(pass|pw|dsn)");

    private static final Set<String> ENGLISH =
            Set.of("bypass", "compass", "encompass", "multipass", "overpass", "surpass", "trespass", "underpass");

    /** What is no password and no login because of the word before it. */
    private static final Set<String> HARMLESS =
            Set.of("by pass", "single pass", "multi pass", "low pass", "high pass", "client auth", "no auth");

    /** Keys that name, find or order something, and open nothing. */
    private static final Set<String> NAMING =
            Set.of(("allowed annotation attribute authorized cache column composite config context dedup "
                            + "deduplication entity env exclude excluded feature field flag foreign group header hot "
                            + "idempotency ignore include included index item json known label lock lookup map match merge "
                            + "message metric node object order param parameter partition prefix primary project property pub "
                            + "public publishable query queue record ref registry remote required routing row search selector "
                            + "shard sort state tag taint topic topology translation unique value yaml")
                    .split(" "));

    /** Which of several it is. */
    private static final Pattern WHICH =
            Pattern.compile("\\d+|old|new|current|previous|live|test|base|base64|b64|hex|pem|data");

    /** As variables spell it: in small letters, a license is MIT's. */
    private static final Pattern LICENSE = Pattern.compile("(?:[A-Z0-9]++_)*+LICEN[SC]E");

    /** What brings several secrets to a chart: {@code secrets: {a: …}}, {@code secretEnv: {A: …}}. */
    private static final Pattern HOLDER =
            Pattern.compile(".*secrets|.*secret(env|envs|vars|data|values|strings)|stringdata|encrypteddata");

    /** In one of these, what finds a secret and is none. */
    private static final Set<String> FINDING = Set.of("name", "key", "property", "kind", "remote", "as", "env");

    /** What is said about a secret is none: where it lies, how long it holds, what it has to look like. */
    private static final Pattern ABOUT = Pattern.compile(
            ".*(name|names|ref|refs|file|path|namespace|class|type|url|uri|endpoint|host|port|ttl|seconds|minutes|hours"
                    + "|days|expiry|expiration|lifetime|timeout|interval|enabled|disabled|required|issuer|audience|mode"
                    + "|version|store|algorithm|length|size|limit|count|policy|header|prefix|review|reviews|provider"
                    + "|service|manager|operator|controller|server|publickey|publickeys|pubkey|publishablekey"
                    + "|pullsecret|pullsecrets)");

    private static final Set<String> TOKENS = Set.of("token", "tokens");
    private static final Set<String> COUNTING =
            Set.of("max", "min", "num", "number", "total", "count", "limit", "budget", "per", "rate", "usage");

    private static final Pattern DOMAIN = Pattern.compile("[\\w-]++(?:\\.[\\w-]++)++/.+");
    private static final Pattern BETWEEN =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private SecretNames() {}

    static boolean isSecret(String name) {
        List<String> words = words(name);
        if (TOKENS.stream().anyMatch(words::contains) && COUNTING.stream().anyMatch(words::contains)) {
            words.removeAll(TOKENS);
        }
        String bare = String.join("", words);
        return !words.contains("existing")
                && !ABOUT.matcher(bare).matches()
                && (SECRET.matcher(bare).find()
                        || endsInOne(words)
                        || LICENSE.matcher(name).matches());
    }

    /** Whether the entries of a map of this name are secrets, whatever they are called. */
    static boolean isHolder(String name) {
        return HOLDER.matcher(String.join("", words(name))).matches()
                && !ABOUT.matcher(String.join("", words(name))).matches();
    }

    /** Whether an entry of such a map says where a secret is, and not what. */
    static boolean isAbout(String name) {
        String bare = String.join("", words(name));
        return FINDING.contains(bare) || ABOUT.matcher(bare).matches() || bare.startsWith("existing");
    }

    /** In lower case; of {@code secret.reloader.stakater.com/reload} those after the domain. */
    private static List<String> words(String name) {
        String own = DOMAIN.matcher(name).matches() ? name.substring(name.lastIndexOf('/') + 1) : name;
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(own)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static boolean endsInOne(List<String> words) {
        int last = words.size() - 1;
        while (last > 0 && WHICH.matcher(words.get(last)).matches()) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        String word = words.get(last);
        String before = last == 0 ? "" : words.get(last - 1);
        if (word.equals("key") || word.equals("keys")) {
            return last > 0 && (!NAMING.contains(before) || words.contains("pagerduty"));
        }
        boolean ends = LAST.contains(word) || (ENDING.matcher(word).matches() && !ENGLISH.contains(word));
        return ends && !HARMLESS.contains(before + " " + word);
    }
}
