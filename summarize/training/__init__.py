"""How the shipped statistics and models were learnt; nothing else imports this package."""
