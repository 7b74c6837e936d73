package dev.slipway.gotemplate;

/** The type of a function's parameter, by which Go refuses arguments before the function is called. */
public enum Parameter {
    /** Anything, nil included. */
    ANY("interface {}"),
    /** A String. */
    STRING("string"),
    /** A Boolean. */
    BOOL("bool"),
    /** A Long; an int64 and a float64 are refused, as in Go. */
    INT("int"),
    /** A Double; an int literal is taken as one, an int value is refused. */
    FLOAT("float64"),
    /** A List. */
    LIST("[]interface {}"),
    /** A Map. */
    MAP("map[string]interface {}");

    private final String typeName;

    Parameter(String typeName) {
        this.typeName = typeName;
    }

    /** As Go's messages name it. */
    public String typeName() {
        return typeName;
    }
}
