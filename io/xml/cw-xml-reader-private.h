/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <libxml/parser.h>

#include "io/xml/cw-xml-format.h"
#include "model/design/cw-edit.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gsize length;
} CwXmlName;

/**
 * CwXmlReader:
 *
 * A file on its way to a design. Elements arrive from libxml2 one after the other;
 * each goes to the edit at once, and none is kept.
 */
typedef struct
{
  const char *name;
  const char *data;
  gsize size;
  GError **error;
  gboolean failed;
  xmlParserCtxt *parser;

  gsize n_elements; /* that have begun */
  CwXmlElementKind open[CW_XML_N_ELEMENTS];
  guint depth;
  CwXmlElementKind last[CW_XML_N_ELEMENTS]; /* the last child of the open element of a kind */
  gboolean closed;

  /* as the parser keeps them, so that pointers tell them apart */
  const xmlChar *namespace;
  const xmlChar *elements[CW_XML_N_ELEMENTS];
  const xmlChar *attributes[CW_XML_N_ELEMENTS][CW_XML_MAX_TABLE];
  CwXmlValue defaults[CW_XML_N_ELEMENTS];

  GRefString *empty;
  GRefString *design_name;
  CwTechnology *technology;
  CwXmlName levels[CW_MAX_LEVELS];
  guint n_levels;
  guint last_level;
  CwEdit *edit;

  CwMethod method; /* of the open flow */
  CwStep steps[CW_MAX_STEPS];
  guint n_steps;

  guint32 number; /* id of the element at hand */
  CwDieType die_type;
  guint32 die_type_number;
  gsize die_type_element;
  GArray *pads; /* of CwPad, those of the open die type */
  guint64 n_die_pads;
  GHashTable *unconnected; /* number of pads -> CwNets of none */
  guint32 last_block[CW_N_ITEM_KINDS];
  gsize spread; /* what the leaves of the tables take [bytes] */

  GArray *vertices; /* of CwVertex */
  GArray *nets;     /* of CwId */
  GString *restored;
} CwXmlReader;

gboolean cw_xml_reader_fail (CwXmlReader *self, CwIoError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean cw_xml_reader_fail_at (CwXmlReader *self, gsize element, CwIoError code,
                                const char *format, ...) G_GNUC_PRINTF (4, 5);
gboolean cw_xml_reader_take_attribute (CwXmlReader *self, const CwXmlAttribute *attribute,
                                       const char *text, const char *end, CwXmlValue *value);
gboolean cw_xml_reader_complete (CwXmlReader *self, CwXmlElementKind kind, guint32 seen,
                                 CwXmlValue *value);
void cw_xml_reader_clear_value (CwXmlReader *self, CwXmlElementKind kind, CwXmlValue *value);
gboolean cw_xml_reader_begin (CwXmlReader *self, CwXmlElementKind kind, CwXmlValue *value);
gboolean cw_xml_reader_end (CwXmlReader *self, CwXmlElementKind kind);

G_END_DECLS
