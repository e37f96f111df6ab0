/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-scan.h"

#include <string.h>

#include "io/xml/cw-xml-error.h"

/* Looks over a whole file before libxml2 sees any of it, which is not made for files
 * from strangers: what is refused here cannot cost it time or memory, and entities,
 * DTDs and other encodings are not there at all. */

#define STRIDE ((gsize) 1 << 18) /* between two calls of who follows the scan [bytes] */

enum
{
  NAME = 1 << 0,  /* part of a name */
  SPACE = 1 << 1, /* white space */
  STOP = 1 << 2,  /* not simply a part of a value */
};

typedef struct
{
  const char *begin;
  const char *end;
  const char *at;
  gsize n_elements;
  gsize wanted; /* element at whose tag to stop, from 1; 0 for none */
  const char *found;
  gboolean closed; /* the outermost element has ended */
  guint depth;
  const char *open[CW_XML_MAX_DEPTH]; /* names of the elements that are open */
  gsize open_length[CW_XML_MAX_DEPTH];

  const char *name;
  CwReport *report;
  gboolean has_comment;
  CwXmlScanFunc func;
  gpointer user_data;
  const char *told; /* how far @func knows */
  GError **error;
} Scan;

static guint8 classes[256];

static gpointer
make_classes (gpointer data)
{
  for (guint c = 0; c < 256; c++)
    {
      if (g_ascii_isalnum ((char) c) || c >= 0x80 || strchr ("_:.-", (int) c) != NULL)
        classes[c] |= NAME;
      if (strchr (" \t\r\n", (int) c) != NULL)
        classes[c] |= SPACE;
      else if (c < ' ' || strchr ("<&\"'", (int) c) != NULL)
        classes[c] |= STOP;
    }
  /* strchr finds the end of the string */
  classes[0] = STOP;

  return NULL;
}

static inline guint8
get_class (const char *p)
{
  return classes[(guint8) *p];
}

static guint
count_lines (const char *begin, const char *at)
{
  guint line = 1;

  for (const char *p = begin; p < at && (p = memchr (p, '\n', (gsize) (at - p))) != NULL; p++)
    line++;

  return line;
}

G_GNUC_PRINTF (4, 5)
static gboolean
fail (Scan *scan, const char *at, CwIoError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  cw_xml_set_error (scan->error, code, scan->name, count_lines (scan->begin, at), "%s", what);

  return FALSE;
}

/* a character that no XML file may hold, or an ordinary one at the wrong place */
static gboolean
fail_character (Scan *scan, const char *at, const char *what)
{
  guint8 c = (guint8) *at;

  if (c < ' ' && (get_class (at) & SPACE) == 0)
    return fail (scan, at, CW_IO_ERROR_SYNTAX, "control character U+%04X", c);

  return fail (scan, at, CW_IO_ERROR_SYNTAX, "%s", what);
}

/* the whole file is UTF-8 of characters that XML knows */
static gboolean
check_encoding (Scan *scan)
{
  const char *p = scan->begin;

  while (p < scan->end)
    {
      gunichar c;
      guint64 word;

      if (scan->end - p >= 8)
        {
          memcpy (&word, p, 8);
          if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
            {
              p += 8;
              continue;
            }
        }
      if ((guint8) *p < 0x80)
        {
          p++;
          continue;
        }

      c = g_utf8_get_char_validated (p, scan->end - p);
      if ((gint32) c < 0)
        return fail (scan, p, CW_IO_ERROR_SYNTAX, "byte 0x%02X is not UTF-8", (guint8) *p);
      if (c == 0xfffe || c == 0xffff)
        return fail (scan, p, CW_IO_ERROR_SYNTAX, "U+%04X is not a character", c);
      p = g_utf8_next_char (p);
    }

  return TRUE;
}

static const char *
skip_space (const Scan *scan, const char *p)
{
  while (p < scan->end && (get_class (p) & SPACE) != 0)
    p++;

  return p;
}

static const char *
skip_name (const Scan *scan, const char *p)
{
  while (p < scan->end && (get_class (p) & NAME) != 0)
    p++;

  return p;
}

static gboolean
has_prefix (const Scan *scan, const char *p, const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (scan->end - p) >= length && memcmp (p, prefix, length) == 0;
}

/* &amp; and its four brothers, and numbers, which libxml2 checks */
static gboolean
scan_reference (Scan *scan, const char **at)
{
  static const char *const known[] = { "&lt;", "&gt;", "&amp;", "&quot;", "&apos;" };
  const char *p = *at;
  g_autofree char *shown = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (has_prefix (scan, p, known[i]))
      {
        *at = p + strlen (known[i]);
        return TRUE;
      }

  if (has_prefix (scan, p, "&#"))
    {
      *at = p + 2;
      return TRUE;
    }

  shown = cw_xml_quote (p, (gsize) (skip_name (scan, p + 1) - p));
  return fail (scan, p, CW_IO_ERROR_SYNTAX, "unknown entity \"%s\"", shown);
}

static gboolean
fail_end (Scan *scan, const char *tag, const char *name, gsize length)
{
  g_autofree char *shown = cw_xml_quote (name, length);

  return fail (scan, tag, CW_IO_ERROR_SYNTAX, "the file ends within <%s", shown);
}

/* goes over the attributes of the tag at @tag from scan->at to its end */
static gboolean
scan_attributes (Scan *scan, const char *tag, gsize name_length)
{
  const char *name = tag + 1;
  guint n = 0;

  for (;;)
    {
      const char *space = scan->at;
      const char *p = skip_space (scan, space);
      const char *attribute = p;
      char quote;

      scan->at = p;
      if (p == scan->end)
        return fail_end (scan, tag, name, name_length);
      if (*p == '>' || *p == '/')
        return TRUE;
      if ((get_class (p) & NAME) == 0 || p == space)
        return fail_character (scan, p, "unexpected character in a tag");
      if (++n > CW_XML_MAX_ATTRIBUTES)
        return fail (scan, tag, CW_IO_ERROR_LIMIT, "more than %d attributes",
                     CW_XML_MAX_ATTRIBUTES);

      p = skip_name (scan, p);
      if (p - attribute > CW_XML_MAX_NAME)
        return fail (scan, tag, CW_IO_ERROR_LIMIT, "a name of more than %d bytes", CW_XML_MAX_NAME);
      p = skip_space (scan, p);
      if (p < scan->end && *p != '=')
        return fail_character (scan, p, "unexpected character in a tag");
      p = p < scan->end ? skip_space (scan, p + 1) : p;
      if (p == scan->end)
        return fail_end (scan, tag, name, name_length);
      if (*p != '"' && *p != '\'')
        return fail (scan, p, CW_IO_ERROR_SYNTAX, "a value without quotes");

      quote = *p++;
      while (p < scan->end && *p != quote)
        {
          if ((get_class (p) & STOP) == 0 || *p == '"' || *p == '\'')
            p++;
          else if (*p != '&')
            return fail_character (scan, p, "unexpected < in a value");
          else if (!scan_reference (scan, &p))
            return FALSE;
        }
      if (p == scan->end)
        return fail_end (scan, tag, name, name_length);
      if ((gsize) (p - tag) > CW_XML_MAX_TAG)
        return fail (scan, tag, CW_IO_ERROR_LIMIT, "a tag of more than 8 MiB");
      scan->at = p + 1;
    }
}

static gboolean
scan_start_tag (Scan *scan)
{
  const char *tag = scan->at;
  const char *name = tag + 1;
  const char *end = skip_name (scan, name);
  gsize length = (gsize) (end - name);

  if (length == 0)
    return name == scan->end ? fail_end (scan, tag, name, 0)
                             : fail_character (scan, name, "unexpected character after <");
  if (length > CW_XML_MAX_NAME)
    return fail (scan, tag, CW_IO_ERROR_LIMIT, "a name of more than %d bytes", CW_XML_MAX_NAME);
  if (scan->closed)
    return fail (scan, tag, CW_IO_ERROR_SYNTAX, "more follows after the end of the design");
  if (++scan->n_elements > CW_XML_MAX_ELEMENTS)
    return fail (scan, tag, CW_IO_ERROR_LIMIT, "more than %d elements", CW_XML_MAX_ELEMENTS);
  if (scan->depth == CW_XML_MAX_DEPTH)
    return fail (scan, tag, CW_IO_ERROR_LIMIT, "elements nested more than %d deep",
                 CW_XML_MAX_DEPTH);
  if (scan->n_elements == scan->wanted)
    {
      scan->found = tag;
      return FALSE;
    }

  scan->at = end;
  if (!scan_attributes (scan, tag, length))
    return FALSE;

  if (*scan->at == '>')
    {
      scan->open[scan->depth] = name;
      scan->open_length[scan->depth++] = length;
      scan->at++;
      return TRUE;
    }

  if (scan->at + 1 == scan->end)
    return fail_end (scan, tag, name, length);
  if (scan->at[1] != '>')
    return fail_character (scan, scan->at, "unexpected / in a tag");
  scan->at += 2;
  scan->closed = scan->depth == 0;

  return TRUE;
}

static gboolean
scan_end_tag (Scan *scan)
{
  const char *tag = scan->at;
  const char *name = tag + 2;
  const char *end = skip_name (scan, name);
  gsize length = (gsize) (end - name);
  const char *close = skip_space (scan, end);
  g_autofree char *shown = NULL;
  g_autofree char *expected = NULL;

  if (close == scan->end)
    return fail_end (scan, tag, tag + 1, length + 1);

  shown = cw_xml_quote (name, length);
  if (scan->depth == 0)
    return fail (scan, tag, CW_IO_ERROR_SYNTAX, "</%s> without <%s>", shown, shown);
  if (*close != '>')
    return fail_character (scan, close, "unexpected character in a tag");
  if (length != scan->open_length[scan->depth - 1]
      || memcmp (name, scan->open[scan->depth - 1], length) != 0)
    {
      expected = cw_xml_quote (scan->open[scan->depth - 1], scan->open_length[scan->depth - 1]);
      return fail (scan, tag, CW_IO_ERROR_SYNTAX, "</%s> where <%s> should end", shown, expected);
    }

  scan->depth--;
  scan->closed = scan->depth == 0;
  scan->at = close + 1;

  return TRUE;
}

static gboolean
scan_comment (Scan *scan)
{
  const char *start = scan->at;
  const char *p;

  for (p = start + 4; p < scan->end; p++)
    {
      if (has_prefix (scan, p, "--"))
        break;
      if ((guint8) *p < ' ' && (get_class (p) & SPACE) == 0)
        return fail_character (scan, p, "unexpected character in a comment");
    }
  if (scan->end - p < 3)
    return fail (scan, start, CW_IO_ERROR_SYNTAX, "the file ends within a comment");
  if (p[2] != '>')
    return fail (scan, p, CW_IO_ERROR_SYNTAX, "-- in a comment");

  if (!scan->has_comment && scan->report != NULL)
    cw_report_add (scan->report, count_lines (scan->begin, start), "comments are not kept");
  scan->has_comment = TRUE;
  scan->at = p + 3;

  return TRUE;
}

static gboolean
scan_markup (Scan *scan)
{
  const char *at = scan->at;

  if (at + 1 < scan->end && at[1] == '/')
    return scan_end_tag (scan);
  if (at + 1 == scan->end || (at[1] != '!' && at[1] != '?'))
    return scan_start_tag (scan);

  if (has_prefix (scan, at, "<!--"))
    return scan_comment (scan);
  if (at[1] == '?')
    return fail (scan, at, CW_IO_ERROR_SYNTAX, "processing instructions are not allowed");
  if (has_prefix (scan, at, "<![CDATA["))
    return fail (scan, at, CW_IO_ERROR_SYNTAX, "text is not allowed between elements");
  if (has_prefix (scan, at, "<!DOCTYPE"))
    return fail (scan, at, CW_IO_ERROR_SYNTAX, "a document type is not allowed");

  return fail (scan, at, CW_IO_ERROR_SYNTAX, "unexpected <!");
}

/* the value of a part of the XML declaration from @begin to @end; %NULL when it is not there */
static char *
dup_declared (const char *begin, const char *end, const char *part)
{
  g_autofree char *text = g_strndup (begin, (gsize) (end - begin));
  const char *p = strstr (text, part);
  const char *close;

  if (p == NULL)
    return NULL;

  p += strlen (part);
  p += strspn (p, " \t\r\n=");
  close = *p != '\0' ? strchr (p + 1, *p) : NULL;

  return close != NULL ? g_strndup (p + 1, (gsize) (close - p - 1)) : g_strdup ("");
}

/* @end: of the declaration; libxml2 looks at its grammar */
static gboolean
check_declaration (Scan *scan, const char *end)
{
  g_autofree char *version = dup_declared (scan->begin, end, "version");
  g_autofree char *encoding = dup_declared (scan->begin, end, "encoding");
  g_autofree char *shown = NULL;

  if (version == NULL || strcmp (version, "1.0") != 0)
    return fail (scan, scan->begin, CW_IO_ERROR_SYNTAX, "not XML 1.0");
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;

  shown = cw_xml_quote (encoding, strlen (encoding));
  return fail (scan, scan->begin, CW_IO_ERROR_SYNTAX, "encoding \"%s\" is not UTF-8", shown);
}

static gboolean
scan_beginning (Scan *scan)
{
  const char *end;

  if (scan->begin == scan->end)
    return fail (scan, scan->begin, CW_IO_ERROR_SYNTAX, "the file is empty");
  if (has_prefix (scan, scan->begin, "\xef\xbb\xbf"))
    return fail (scan, scan->begin, CW_IO_ERROR_SYNTAX, "begins with a byte order mark");
  if (*scan->begin != '<')
    return fail (scan, scan->begin, CW_IO_ERROR_SYNTAX, "is not XML: does not begin with <");
  if (!has_prefix (scan, scan->begin, "<?xml")
      || skip_name (scan, scan->begin + 5) != scan->begin + 5)
    return TRUE;

  end = g_strstr_len (scan->begin, MIN (scan->end - scan->begin, 1000), "?>");
  if (end == NULL)
    return fail (scan, scan->begin, CW_IO_ERROR_SYNTAX, "the XML declaration does not end");
  scan->at = end + 2;

  return check_declaration (scan, end);
}

static gboolean
scan_all (Scan *scan)
{
  if (!scan_beginning (scan))
    return FALSE;

  for (;;)
    {
      if (scan->func != NULL && (gsize) (scan->at - scan->told) >= STRIDE)
        {
          scan->told = scan->at;
          scan->func ((gsize) (scan->at - scan->begin), scan->user_data);
        }

      scan->at = skip_space (scan, scan->at);
      if (scan->at == scan->end)
        break;
      if (*scan->at == '<')
        {
          if (!scan_markup (scan))
            return FALSE;
        }
      else if (scan->closed)
        return fail (scan, scan->at, CW_IO_ERROR_SYNTAX,
                     "more follows after the end of the design");
      else
        return fail_character (scan, scan->at, "text is not allowed between elements");
    }

  if (scan->depth > 0)
    {
      g_autofree char *shown
          = cw_xml_quote (scan->open[scan->depth - 1], scan->open_length[scan->depth - 1]);

      return fail (scan, scan->end, CW_IO_ERROR_SYNTAX, "the file ends before </%s>", shown);
    }
  if (!scan->closed)
    return fail (scan, scan->end, CW_IO_ERROR_SYNTAX, "the file holds no element");

  return TRUE;
}

static void
init_scan (Scan *scan, const char *data, gsize size)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_classes, NULL);
  scan->begin = data;
  scan->at = data;
  scan->told = data;
  scan->end = data + size;
}

/**
 * cw_xml_scan:
 * @data: (array length=size): a file
 * @size: its size [bytes]
 * @name: its name, for messages
 * @report: (nullable): where to say that there are comments
 * @func: (nullable): told from time to time how much is good
 * @user_data: for @func
 * @error: where to put the error
 *
 * Checks that a file is UTF-8, in the bounds that the constants above set, and XML
 * of elements, attributes and comments only, of which one element holds all others.
 *
 * Returns: whether it is; else an error of %CW_IO_ERROR
 */
gboolean
cw_xml_scan (const char *data, gsize size, const char *name, CwReport *report, CwXmlScanFunc func,
             gpointer user_data, GError **error)
{
  Scan scan
      = { .name = name, .report = report, .func = func, .user_data = user_data, .error = error };

  init_scan (&scan, data, size);

  return check_encoding (&scan) && scan_all (&scan);
}

/**
 * cw_xml_scan_find_line:
 * @data: (array length=size): a file
 * @size: its size [bytes]
 * @element: which start tag, from 1
 *
 * Finds the line on which an element begins.
 *
 * Returns: the line, from 1; the last one when there are fewer elements
 */
guint
cw_xml_scan_find_line (const char *data, gsize size, gsize element)
{
  Scan scan = { .name = "", .wanted = element };

  init_scan (&scan, data, size);
  scan_all (&scan);

  return count_lines (data, scan.found != NULL ? scan.found : scan.end);
}
