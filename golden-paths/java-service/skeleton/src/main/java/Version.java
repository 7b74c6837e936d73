/** Which version of the service this is. */
final class Version {

    static final String NUMBER = "1.0.0";

    private Version() {}
}
