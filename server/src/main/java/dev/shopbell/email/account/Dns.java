package dev.shopbell.email.account;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;

/// Reads the domain name system, in a few seconds or not at all.
final class Dns {

    private static final int MOST_TEXTS = 50;

    @SuppressWarnings("JdkObsolete") // JNDI asks for one
    private final Hashtable<String, String> environment = new Hashtable<>();

    /// `servers`: as `dns://192.0.2.53`, several with blanks between.
    Dns(String servers) {
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
    }

    /// Nobody answers about names.
    static final class UnreachableException extends Exception {
        UnreachableException() {
            super("no name server answers", null, false, false);
        }
    }

    List<String> texts(String name) throws UnreachableException {
        return ask(name, "TXT").stream().map(Dns::joined).toList();
    }

    /// Whether mail servers know where to hand mail for this host over: its MX records say, or else
    /// its own address.
    boolean hasMailServer(String host) throws UnreachableException {
        return !ask(host, "MX").isEmpty()
                || !ask(host, "A").isEmpty()
                || !ask(host, "AAAA").isEmpty();
    }

    /// None when there is no such name. JNDI's provider for names reads records and makes no
    /// objects of them.
    @SuppressWarnings("BanJNDI")
    private List<String> ask(String name, String type) throws UnreachableException {
        try {
            InitialDirContext context = new InitialDirContext(environment);
            try {
                return values(context.getAttributes(name, new String[] {type}), type);
            } finally {
                context.close();
            }
        } catch (NameNotFoundException _) {
            return List.of();
        } catch (NamingException _) {
            throw new UnreachableException();
        }
    }

    private static List<String> values(Attributes attributes, String type) throws NamingException {
        List<String> texts = new ArrayList<>();
        Attribute found = attributes.get(type);
        NamingEnumeration<?> all = found == null ? null : found.getAll();
        while (all != null && all.hasMore() && texts.size() < MOST_TEXTS) {
            texts.add(String.valueOf(all.next()));
        }
        return texts;
    }

    /// A long text comes as several in quotation marks, to be read as one.
    private static String joined(String text) {
        return text.startsWith("\"")
                ? text.substring(1, Math.max(1, text.length() - 1)).replace("\" \"", "")
                : text;
    }
}
