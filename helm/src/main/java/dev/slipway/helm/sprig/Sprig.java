package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.Functions;

/** The functions of Sprig v3, without those that read the environment of the process ({@code env}, {@code expandenv}). */
public final class Sprig {
    private static final Functions PURE = pure();

    private Sprig() {}

    /** Those that depend on nothing but their arguments, and those that ask {@code outside}. */
    public static Functions functions(Outside outside) {
        Declarations asking = new Declarations();
        asking.call("getHostByName", taking(STRING), (call, a) -> outside.address(call, Arguments.text(a, 0)));
        RandomFunctions.declare(asking, outside);
        DateFunctions.declareAsking(asking, outside);
        CertificateFunctions.declare(asking, outside);
        return PURE.plus(asking.functions());
    }

    private static Functions pure() {
        Declarations to = new Declarations();
        TextFunctions.declare(to);
        ShapeFunctions.declare(to);
        NumberFunctions.declare(to);
        ListFunctions.declare(to);
        DictFunctions.declare(to);
        DefaultFunctions.declare(to);
        Types.declare(to);
        EncodingFunctions.declare(to);
        JsonFunctions.declare(to);
        RegexFunctions.declare(to);
        PathFunctions.declare(to);
        UrlFunctions.declare(to);
        VersionFunctions.declare(to);
        DateFunctions.declare(to);
        PasswordFunctions.declare(to);
        return to.functions();
    }
}
