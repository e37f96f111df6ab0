/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/file/cw-file.h"
#include "io/xml/cw-xml-error.h"
#include "io/xml/cw-xml-reader-private.h"
#include "io/xml/cw-xml-scanner.h"

/* How a file becomes a design: cw_xml_scan() bounds it and runs ahead, libxml2 takes it
 * apart, and each element goes to the edit. As no tree is built and everything that libxml2 may
 * see is bounded, its memory needs no account of its own. */

#define CHUNK (1 << 18) /* what libxml2 gets at once [bytes] */

/**
 * cw_xml_reader_fail_at:
 * @self: a reader
 * @element: the element that is wrong, counted from 1
 * @code: code of the error
 * @format: what is wrong
 * @...: its arguments
 *
 * Ends the reading with an error; the first one counts. The parser is not stopped in
 * the middle of its work: it gets no more, and what it still says is not heard.
 *
 * Returns: %FALSE
 */
gboolean
cw_xml_reader_fail_at (CwXmlReader *self, gsize element, CwIoError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (self->failed)
    return FALSE;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  self->failed = TRUE;
  /* the parser's own line runs ahead of the element */
  cw_xml_set_error (self->error, code, self->name,
                    cw_xml_scan_find_line (self->data, self->size, element), "%s", what);

  return FALSE;
}

/**
 * cw_xml_reader_fail:
 * @self: a reader
 * @code: code of the error
 * @format: what is wrong
 * @...: its arguments
 *
 * Ends the reading with an error about the element at hand.
 *
 * Returns: %FALSE
 */
gboolean
cw_xml_reader_fail (CwXmlReader *self, CwIoError code, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return cw_xml_reader_fail_at (self, self->n_elements, code, "%s", what);
}

static CwXmlElementKind
find_element (CwXmlReader *self, const xmlChar *name, const xmlChar *namespace)
{
  CwXmlElementKind kind = CW_XML_CHIPWRIGHT;
  g_autofree char *shown = NULL;

  while (kind < CW_XML_N_ELEMENTS && self->elements[kind] != name)
    kind++;
  if (kind < CW_XML_N_ELEMENTS && namespace == self->namespace)
    return kind;

  shown = cw_xml_quote ((const char *) name, strlen ((const char *) name));
  if (self->n_elements == 1 && kind != CW_XML_CHIPWRIGHT)
    cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<%s> is not a Chipwright design", shown);
  else if (kind < CW_XML_N_ELEMENTS)
    cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX,
                        "<%s> is not in the namespace \"" CW_XML_NAMESPACE "\"", shown);
  else
    cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "unknown element <%s>", shown);

  return CW_XML_NOTHING;
}

/* the order of the elements is that of the enumeration, and references point backwards */
static gboolean
check_place (CwXmlReader *self, CwXmlElementKind kind)
{
  const CwXmlElement *element = &cw_xml_elements[kind];
  CwXmlElementKind parent = self->depth > 0 ? self->open[self->depth - 1] : CW_XML_NOTHING;
  CwXmlElementKind last;

  if (element->parent != parent && self->depth == 0)
    return cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<%s> is not a Chipwright design",
                               element->name);
  if (element->parent != parent)
    return cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<%s> does not belong in <%s>",
                               element->name, cw_xml_elements[parent].name);
  if (parent == CW_XML_NOTHING)
    return TRUE;

  last = self->last[parent];
  self->last[parent] = kind;
  if (last == kind && element->single)
    return cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "a second <%s>", element->name);
  if (last > kind)
    return cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<%s> must come before <%s>",
                               element->name, cw_xml_elements[last].name);
  if (element->item != CW_ITEM_NONE && self->edit == NULL)
    return cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<outline> must come before <%s>",
                               element->name);

  return TRUE;
}

/* before all else: what a later version brings may not be known here */
static gboolean
check_version (CwXmlReader *self, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    {
      const char *text = (const char *) attributes[5 * i + 3];
      gsize length = (gsize) ((const char *) attributes[5 * i + 4] - text);
      g_autofree char *shown = NULL;
      g_autofree char *major = NULL;
      gsize digits;

      if (attributes[5 * i] != self->attributes[CW_XML_CHIPWRIGHT][0])
        continue;
      if (length >= 2 && text[0] == '1' && text[1] == '.'
          && strspn (text + 2, "0123456789") == length - 2 && length > 2)
        return TRUE;

      shown = cw_xml_quote (text, length);
      digits = strspn (text, "0123456789");
      if (digits == 0 || length < digits + 2 || text[digits] != '.'
          || strspn (text + digits + 1, "0123456789") != length - digits - 1 || *text == '0')
        return cw_xml_reader_fail (self, CW_IO_ERROR_VALUE, "version=\"%s\" is not a version",
                                   shown);

      return cw_xml_reader_fail (self, CW_IO_ERROR_VERSION,
                                 "version=\"%s\" needs Chipwright ≥ %s; this one reads %s", shown,
                                 shown, CW_XML_VERSION);
    }

  return TRUE;
}

static gboolean
take_attributes (CwXmlReader *self, CwXmlElementKind kind, int n_attributes,
                 const xmlChar **attributes, CwXmlValue *value)
{
  const xmlChar **names = self->attributes[kind];
  guint32 seen = 0;
  guint next = 0;

  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      guint n = 0;

      /* they mostly come in the order of the table */
      while (n < CW_XML_MAX_TABLE && names[next] != attributes[0])
        {
          next = (next + 1) % CW_XML_MAX_TABLE;
          n++;
        }
      if (n == CW_XML_MAX_TABLE || attributes[1] != NULL)
        {
          const char *prefix = (const char *) attributes[1];
          g_autofree char *name = g_strconcat (prefix != NULL ? prefix : "",
                                               prefix != NULL ? ":" : "", attributes[0], NULL);
          g_autofree char *shown = cw_xml_quote (name, strlen (name));

          return cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<%s> has an unknown attribute %s",
                                     cw_xml_elements[kind].name, shown);
        }

      if (!cw_xml_reader_take_attribute (self, &cw_xml_elements[kind].attributes[next],
                                         (const char *) attributes[3], (const char *) attributes[4],
                                         value))
        return FALSE;
      seen |= 1u << next;
    }

  return cw_xml_reader_complete (self, kind, seen, value);
}

static void
on_start (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace,
          int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
          const xmlChar **attributes)
{
  CwXmlReader *self = user_data;
  CwXmlElementKind kind;
  CwXmlValue value;

  self->n_elements++;
  if (self->failed)
    return;

  kind = find_element (self, name, namespace);
  if (kind == CW_XML_NOTHING || !check_place (self, kind))
    return;
  if (n_namespaces > (kind == CW_XML_CHIPWRIGHT ? 1 : 0))
    {
      cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "<%s> declares a namespace that is not known",
                          cw_xml_elements[kind].name);
      return;
    }
  if (kind == CW_XML_CHIPWRIGHT && !check_version (self, n_attributes, attributes))
    return;

  value = self->defaults[kind];
  if (take_attributes (self, kind, n_attributes, attributes, &value))
    cw_xml_reader_begin (self, kind, &value);
  cw_xml_reader_clear_value (self, kind, &value);

  self->last[kind] = CW_XML_CHIPWRIGHT;
  self->open[self->depth++] = kind;
}

static void
on_end (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace)
{
  CwXmlReader *self = user_data;

  if (!self->failed)
    cw_xml_reader_end (self, self->open[--self->depth]);
}

/* cw_xml_scan() has refused all of these already */
static void
refuse (CwXmlReader *self)
{
  cw_xml_reader_fail (self, CW_IO_ERROR_SYNTAX, "a document type is not allowed");
}

static void
on_subset (void *user_data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  refuse (user_data);
}

static void
on_entity (void *user_data, const xmlChar *name, int type, const xmlChar *public,
           const xmlChar *system, xmlChar *content)
{
  refuse (user_data);
}

static void
on_reference (void *user_data, const xmlChar *name)
{
  refuse (user_data);
}

static const char *
describe (const xmlError *error)
{
  switch (error->code)
    {
    case XML_ERR_NO_MEMORY:
      return "not enough memory";
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return "an attribute is given twice";
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_CHAR:
      return "&# without the number of a character";
    case XML_ERR_NAME_REQUIRED:
      return "a name that is none";
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return "a namespace prefix that is not declared";
    default:
      return NULL;
    }
}

/* an error of libxml2 is about the tag after the last one that it passed on */
static void
on_error (void *user_data, xmlError *error)
{
  CwXmlReader *self = user_data;
  const char *text = describe (error);
  g_autofree char *shown = NULL;

  if (error->level < XML_ERR_ERROR || self->failed)
    return;

  shown = g_strchomp (g_strdup (error->message != NULL ? error->message : "not well-formed"));
  cw_xml_reader_fail_at (self, self->n_elements + 1, CW_IO_ERROR_SYNTAX, "%s",
                         text != NULL ? text : shown);
}

static xmlParserInput *
load_nothing (const char *url, const char *id, xmlParserCtxt *context)
{
  return NULL;
}

static gpointer
prepare_library (gpointer data)
{
  xmlInitParser ();
  xmlSetExternalEntityLoader (load_nothing);

  return NULL;
}

static void
intern_names (CwXmlReader *self)
{
  xmlDict *dict = self->parser->dict;

  self->namespace = xmlDictLookup (dict, BAD_CAST CW_XML_NAMESPACE, -1);
  for (guint i = 0; i < CW_XML_N_ELEMENTS; i++)
    {
      const CwXmlElement *element = &cw_xml_elements[i];

      self->elements[i] = xmlDictLookup (dict, BAD_CAST element->name, -1);
      for (guint j = 0; element->attributes[j].name != NULL; j++)
        {
          const CwXmlAttribute *attribute = &element->attributes[j];

          self->attributes[i][j] = xmlDictLookup (dict, BAD_CAST attribute->name, -1);
          if (attribute->type == CW_XML_STRING)
            cw_xml_set_pointer_at (&self->defaults[i], attribute->offset, self->empty);
          else if (attribute->fallback != 0)
            cw_xml_set_at (&self->defaults[i], attribute->offset, attribute->size,
                           attribute->fallback);
        }
    }
}

/* gives libxml2 what the scanner has found good */
static gboolean
parse (CwXmlReader *self, CwXmlScanner *scanner)
{
  static GOnce once = G_ONCE_INIT;
  gsize at = 0;
  xmlSAXHandler handlers = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .internalSubset = on_subset,
    .externalSubset = on_subset,
    .entityDecl = on_entity,
    .reference = on_reference,
    .serror = on_error,
  };

  g_once (&once, prepare_library, NULL);
  self->parser = xmlCreatePushParserCtxt (&handlers, self, NULL, 0, NULL);
  if (self->parser == NULL)
    return cw_xml_reader_fail_at (self, 1, CW_IO_ERROR_LIMIT, "not enough memory");

  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  intern_names (self);
  while (at < self->size && !self->failed)
    {
      gsize length = MIN (cw_xml_scanner_wait (scanner, at) - at, CHUNK);

      if (length == 0)
        return FALSE;
      if (xmlParseChunk (self->parser, self->data + at, (int) length, at + length == self->size)
          != XML_ERR_OK)
        break;
      at += length;
    }

  /* when memory runs out libxml2 may go on with something else than the file */
  if (!self->failed
      && (!self->parser->wellFormed || !self->parser->nsWellFormed
          || self->parser->errNo != XML_ERR_OK || !self->closed || self->depth > 0))
    cw_xml_reader_fail_at (self, self->n_elements, CW_IO_ERROR_SYNTAX, "not well-formed");

  return !self->failed;
}

static void
clear_pad (gpointer data)
{
  CwPad *pad = data;

  g_clear_pointer (&pad->name, g_ref_string_release);
}

static void
open_reader (CwXmlReader *self)
{
  self->empty = g_ref_string_new_intern ("");
  self->pads = g_array_new (FALSE, FALSE, sizeof (CwPad));
  g_array_set_clear_func (self->pads, clear_pad);
  self->unconnected
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) (gpointer) cw_nets_unref);
  self->vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  self->nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  self->restored = g_string_new (NULL);
}

static void
close_reader (CwXmlReader *self)
{
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
  g_clear_pointer (&self->edit, cw_edit_free);
  g_clear_pointer (&self->technology, cw_technology_unref);
  g_clear_pointer (&self->design_name, g_ref_string_release);
  g_clear_pointer (&self->die_type.name, g_ref_string_release);
  g_clear_pointer (&self->die_type.function, g_ref_string_release);
  g_array_unref (self->pads);
  g_array_unref (self->vertices);
  g_array_unref (self->nets);
  g_string_free (self->restored, TRUE);
  g_hash_table_unref (self->unconnected);
  g_ref_string_release (self->empty);
}

/**
 * cw_xml_read:
 * @bytes: a file in the native format
 * @name: its name, for messages
 * @report: (nullable): where to say what is not kept
 * @error: where to put the error
 *
 * Reads a design, strictly: what is not known is refused, and nothing that the file
 * names is opened.
 *
 * Returns: (transfer full): the design; %NULL with an error of %CW_IO_ERROR, `name:line: what`
 */
CwDesign *
cw_xml_read (GBytes *bytes, const char *name, CwReport *report, GError **error)
{
  CwXmlReader self = { .name = name };
  g_autoptr (GError) refusal = NULL;
  CwXmlScanner *scanner;
  CwDesign *design = NULL;
  gboolean parsed;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self.data = g_bytes_get_data (bytes, &self.size);
  if (self.size == 0)
    self.data = "";
  if (self.size > CW_FILE_MAX)
    {
      cw_xml_set_error (error, CW_IO_ERROR_LIMIT, name, 0, "is larger than 2 GiB");
      return NULL;
    }

  self.error = &refusal;
  open_reader (&self);
  scanner = cw_xml_scanner_new (self.data, self.size, name, report);
  parsed = parse (&self, scanner);
  /* what the scanner finds comes first, wherever it is: the same file gets the same error */
  if (cw_xml_scanner_finish (scanner, error))
    {
      if (parsed)
        design = cw_edit_finish (self.edit, NULL);
      else
        g_propagate_error (error, g_steal_pointer (&refusal));
    }
  close_reader (&self);

  return design;
}

/**
 * cw_xml_read_file:
 * @path: (type filename): path of a file in the native format
 * @report: (nullable): where to say what is not kept
 * @error: where to put the error
 *
 * Reads a design from a file, see cw_xml_read().
 *
 * Returns: (transfer full): the design; %NULL with an error of %CW_IO_ERROR
 */
CwDesign *
cw_xml_read_file (const char *path, CwReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = cw_file_read (path, CW_FILE_MAX, error);

  return bytes != NULL ? cw_xml_read (bytes, path, report, error) : NULL;
}

/**
 * cw_xml_write_file:
 * @design: a design
 * @path: (type filename): path of the file
 * @error: where to put the error
 *
 * Saves a design in one step, see cw_file_replace(), after it was read back from memory
 * and found equal.
 *
 * Returns: whether it was saved; else an error of %CW_IO_ERROR, and the old file is there
 */
gboolean
cw_xml_write_file (const CwDesign *design, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CwDesign) again = NULL;

  g_return_val_if_fail (design != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  bytes = cw_xml_write (design);
  again = cw_xml_read (bytes, path, NULL, error);
  if (again == NULL)
    {
      g_prefix_error (error, "not saved, as it could not be read back: ");
      return FALSE;
    }
  if (!cw_design_equal (design, again))
    {
      cw_xml_set_error (error, CW_IO_ERROR_VALUE, path, 0,
                        "not saved, as another design would be read back");
      return FALSE;
    }

  return cw_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
